/** All but the call that opens the session: they carry the token, and are signed and encrypted. */
export const services = ['person', 'people', 'register'] as const;
