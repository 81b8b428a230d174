import { createContext, useContext } from 'react';

/** Asks whoever sits here to sign in once more; true when the session stands again, false when they would rather leave. */
export type SignInAgain = () => Promise<boolean>;
/** Null where there is nothing on the screen that could be lost, such as on the sign-in page. */
export const SignInAgainContext = createContext<SignInAgain | null>(null);
export const useSignInAgain = (): SignInAgain | null => useContext(SignInAgainContext);
