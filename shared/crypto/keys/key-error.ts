import type { Bilingual } from '../../bilingual.ts';
import { HufuError } from '../../hufu-error.ts';
import type { HufuErrorDetail } from '../../hufu-error.ts';

/** Everything that reading or writing a key can refuse. */
export type KeyErrorCode =
  /** Nothing but white space. */
  | 'key.empty'
  /** More than any key has. */
  | 'key.tooLarge'
  /** A character that stands neither in hex nor in Base64; `position` says where. */
  | 'key.characters'
  /** The bytes or digits are too few or too many for what was asked for. */
  | 'key.length'
  /** 65 bytes that begin with something other than 04, 06 or 07, or 33 that begin with something other than 02 or 03. */
  | 'key.prefix'
  /** Base64 of hex text. */
  | 'key.encodedTwice'
  /** PEM lines that do not belong together, or with nothing between them. */
  | 'key.pem'
  /** The PEM label says one thing and the content is another. */
  | 'key.label'
  /** Cut, too long, or not as DER demands. */
  | 'key.der'
  /** Sound DER that is neither a key nor a certificate. */
  | 'key.structure'
  /** More than one key where one is asked for. */
  | 'key.several'
  | 'key.privateGivenAsPublic'
  | 'key.publicGivenAsPrivate'
  | 'key.certificateGivenAsPrivate'
  /** Only from the readers that leave certificates to `readPublicKey`. */
  | 'key.certificateGivenAsPublic'
  /** A key structure, or a file of another length, where an SM4 or AES key is asked for. */
  | 'key.notSymmetric'
  /** A binary file where a text is asked for. */
  | 'key.notText'
  | 'key.notCertificate'
  | 'key.notPkcs12'
  /** PKCS#12 without a private key. */
  | 'key.noPrivateKey'
  | 'key.otherCurve'
  | 'key.otherAlgorithm'
  | 'key.offCurve'
  | 'key.infinity'
  /** A coordinate that is not below p. */
  | 'key.coordinateRange'
  /** A hybrid point (06, 07) whose prefix contradicts its y. */
  | 'key.hybridParity'
  /** d outside 1..n−2. */
  | 'key.privateRange'
  | 'key.pairMismatch'
  | 'key.passwordNeeded'
  /** Wrong password or damaged data: the two cannot be told apart. */
  | 'key.passwordWrong'
  /** Encrypted in a way that is not read here. */
  | 'key.encryption'
  /** A key derivation that would take longer or more memory than any real file asks for. */
  | 'key.encryptionCost'
  /** A date in a certificate that X.509 does not allow. */
  | 'key.certificateDate'
  /** The key cannot be written in the form that was asked for. */
  | 'key.exportForm';

export function keyError(code: KeyErrorCode, text: Bilingual, position?: HufuErrorDetail['position']): HufuError {
  return new HufuError({ code, text, ...(position === undefined ? {} : { position }) });
}
