/** What was found in a picture. */
export type PictureReading =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'notPicture' }
  | { readonly kind: 'tooLarge'; readonly width: number; readonly height: number };
