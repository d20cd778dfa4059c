import { type Base64File, fileBytes } from '../../../shared/files/base64-file.ts';

/** The bytes of a file, in memory of their own as a Blob wants them. */
export function fileContent(file: Base64File): Uint8Array<ArrayBuffer> {
  return fileBytes(file) as Uint8Array<ArrayBuffer>;
}
