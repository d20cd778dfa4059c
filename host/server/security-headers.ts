/**
 * Sent with every answer, refusals included. Styles are allowed inline because antd and Monaco write their rules into
 * the page; scripts never are. `blob:` is what the page itself made of the files in a message: images, and PDF documents in the
 * browser's own viewer.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data: blob:; frame-src blob:; connect-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  // `default-src` does not cover framing.
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
