import { formText } from '../../shared/http/form.ts';
import { hideBytes, placeholder, secretTexts } from '../../shared/pipeline/hide-secrets.ts';
import type { HeaderField, HttpRequest } from '../transport/http-exchange.ts';
import type { PreparedCall } from './prepared-call.ts';

type Message = Pick<HttpRequest, 'method' | 'headers' | 'body'>;

/** A recorded message with today's secrets where its record has their names. */
export function withSecrets({ profile, keys, fields }: PreparedCall, { method, headers, body }: Message): Message {
  const secrets = secretTexts(profile, { keys, fields });
  const fill = (text: string, write: (secret: string) => string): string =>
    secrets.reduce((rest, { name, text: secret }) => rest.replaceAll(placeholder(name), () => write(secret)), text);
  const isForm = headers.some(([name, value]) => name.toLowerCase() === 'content-type' && value.includes('urlencoded'));
  const inBody = isForm ? formText : (secret: string) => JSON.stringify(secret).slice(1, -1);
  return {
    method,
    headers: headers.map(([name, value]): HeaderField => [name, fill(value, (secret) => secret)]),
    body: hideBytes(body, (text) => fill(text, inBody)),
  };
}
