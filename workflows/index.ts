/** Entry of the workflow bundle: every workflow type by its name. */
export { carryOut } from './carry-out';
export { letterLife } from './letter-life';
