/** All interfaces of clause 6; what downloads a file stands beside them. */
export const services = [
  'search',
  'fileByHolder',
  'fileById',
  'fileByEncryptedId',
  'dataByHolder',
  'dataById',
  'encryptedId',
  'qrCode',
  'verify',
];
