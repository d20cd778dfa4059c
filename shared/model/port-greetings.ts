/**
 * How the page of the desktop shell gets its port: it posts `ready` to its own window once it listens, and the preload
 * answers with `port` and one MessagePort. Apart from `port-messages.ts`, so that the preload carries no schemas.
 */
export const portGreetings = { ready: 'hufu:ready', port: 'hufu:port' } as const;
