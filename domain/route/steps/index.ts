/** Every step type. Part of the workflow bundle: behaviour only, the forms are in `forms.ts`. */
import { acknowledge } from './acknowledge';
import { approve } from './approve';
import { assign } from './assign';
import { call } from './call';
import { classify } from './classify';
import { decide } from './decide';
import { dispatch } from './dispatch';
import { draft } from './draft';
import { end } from './end';
import { followUp } from './follow-up';
import { fork } from './fork';
import { join } from './join';
import { notify } from './notify';
import { register } from './register';
import { sign } from './sign';
import { start } from './start';
import type { Steps } from './step';
import { wait } from './wait';
import { work } from './work';

export const steps: Steps = {
  start, register, classify, approve, assign, work, acknowledge, decide, fork, join, draft, sign, dispatch, followUp, wait, notify, call, end,
};
