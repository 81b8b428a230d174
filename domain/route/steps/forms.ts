/** Every step form, in the order of the palette. With zod: for the API and the designer, never for the workflow bundle. */
import { acknowledgeForm } from './acknowledge.form';
import { approveForm } from './approve.form';
import { assignForm } from './assign.form';
import { callForm } from './call.form';
import { classifyForm } from './classify.form';
import { decideForm } from './decide.form';
import { dispatchForm } from './dispatch.form';
import { draftForm } from './draft.form';
import { endForm } from './end.form';
import { followUpForm } from './follow-up.form';
import type { StepForms } from './form';
import { forkForm } from './fork.form';
import { joinForm } from './join.form';
import { notifyForm } from './notify.form';
import { registerForm } from './register.form';
import { signForm } from './sign.form';
import { startForm } from './start.form';
import { waitForm } from './wait.form';
import { workForm } from './work.form';

export const stepForms: StepForms = {
  start: startForm, register: registerForm, classify: classifyForm, approve: approveForm, assign: assignForm, work: workForm,
  acknowledge: acknowledgeForm, decide: decideForm, fork: forkForm, join: joinForm, draft: draftForm, sign: signForm, dispatch: dispatchForm,
  followUp: followUpForm, wait: waitForm, notify: notifyForm, call: callForm, end: endForm,
};
