/** What was found in a picture. */
export type PictureReading =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'notPicture' }
  /** The reader itself did not work. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'tooLarge'; readonly width: number; readonly height: number };
