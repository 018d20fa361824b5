/** The configuration, for the parts of `app`; features get their own small options. */
export const CONFIG = Symbol('CONFIG');
