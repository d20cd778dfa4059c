/** Where the page of the desktop shell lives. A scheme of its own instead of `file://`: it has an origin and headers. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://hufu`;
