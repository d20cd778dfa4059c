import type { Bilingual } from '../bilingual.ts';

const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** What each kind of step does, for those who choose one. */
export const stepWords: Readonly<Record<string, Bilingual>> = {
  'block.decrypt': words('AES 或 3DES 解密每个密文', 'Decrypts each ciphertext by AES or DESede'),
  'block.encrypt': words('AES 或 3DES 加密每个明文', 'Encrypts each plaintext by AES or DESede'),
  'body.clear': words('不加密时，写出要发送的报文体', 'Writes the body that is sent when nothing is encrypted'),
  'body.fill': words(
    '把报文头字段移入报文体中缺少的同名成员',
    'Moves header fields into the body where it lacks members of their names',
  ),
  'body.none': words('没有报文体：得到空对象', 'No body: an empty object'),
  'body.place': words('把密文放回明文原来的位置', 'Puts the ciphertexts where their plaintexts were'),
  'body.restore': words('把解密结果放回密文原来的位置', 'Puts what was decrypted where the ciphertexts were'),
  'body.take': words('从收到的报文体取出密文', 'Takes the ciphertexts out of a received body'),
  'charset.decode': words('字节按字符集变成文本', 'Bytes to text by a charset'),
  'charset.encode': words('文本按字符集变成字节', 'Text to bytes by a charset'),
  compare: words('比较算出的签名与收到的签名', 'Compares the signature computed here with the received one'),
  digest: words('摘要：SM3、MD5 或 SHA-256', 'A digest: SM3, MD5 or SHA-256'),
  'envelope.read': words(
    '拆开收到的 JSON 报文：报文头字段和报文体',
    'Takes a received JSON message apart: header fields and body',
  ),
  'envelope.write': words('报文头字段和报文体合成 JSON 报文', 'Puts header fields and body together as a JSON message'),
  'errors.report': words('把应答列出的错误变成检查结果', 'Makes findings of the errors that an answer lists'),
  'field.place': words('把算出的文本写进报文头字段', 'Puts a computed text into a header field'),
  'field.take': words('取出一个报文头字段的值', 'Takes the value of a header field'),
  'form.read': words('拆开收到的表单', 'Takes a received form apart'),
  'form.write': words('报文头字段和报文体写成表单', 'Writes header fields and body as a form'),
  'header.check': words(
    '按字段表检查收到的报文头，应答还核对回显',
    'Checks a received header against the table of fields, and what an answer gives back',
  ),
  'header.fill': words('按规则填写报文头字段', 'Fills the header fields by their rules'),
  'hmac.sm3': words('HMAC-SM3', 'HMAC-SM3'),
  'json.fold': words('把对象变成平台要的文本成员', 'Turns objects into the texts that the platform wants'),
  'json.read': words('读入 JSON，数字和次序不变', 'Reads JSON, digits and order as they are'),
  'json.unfold': words('把装着 JSON 的文本成员显示为对象', 'Shows texts that hold JSON as objects'),
  'json.write': words('写出要加密的明文', 'Writes the plaintexts that are to be encrypted'),
  'message.none': words(
    '没有报文：内容都在地址和 HTTP 头里',
    'No message: everything stands in the address and the HTTP headers',
  ),
  'message.read': words(
    '拆开 {"header":…,"body":…}，报文体保持原文',
    'Takes {"header":…,"body":…} apart; the body keeps its exact text',
  ),
  'message.take': words('收到的文本就是报文体的密文', 'The received text is the ciphertext of the body'),
  'message.text': words('报文就是一段文本', 'The message is a single text'),
  'message.write': words(
    '用已签名、加密的原文合成 {"header":…,"body":…}',
    'Puts {"header":…,"body":…} together from the exact texts that were signed and encrypted',
  ),
  'nonce.draw': words('产生随机数', 'Draws the nonce'),
  'nonce.take': words('找到收到报文的随机数', 'Finds the nonce of a received message'),
  'page.check': words('核对总数、页数与列表', 'Checks counts against lists'),
  'page.read': words('应答是网页或文件', 'The answer is a page or a file'),
  'sign.join': words('报文头的值与密钥首尾相接', 'Joins header values and a secret, nothing between'),
  'sign.secret': words('给待签名串加上密钥', 'Adds a secret to the string to sign'),
  'sign.string': words('拼出待签名串：名=值，以 & 相连', 'Joins the string to sign: name=value with &'),
  'size.check': words('检查报文体的长度', 'Checks the size of the body'),
  'sm2.decrypt': words('SM2 解密每个密文', 'Decrypts each ciphertext by SM2'),
  'sm2.encrypt': words('SM2 加密每个明文', 'Encrypts each plaintext by SM2'),
  'sm2.sign': words('SM2 签名（含 SM3）', 'Signs by SM2 with SM3'),
  'sm2.verify': words('SM2 验签', 'Verifies an SM2 signature'),
  'sm4.decrypt': words('SM4 解密每个密文', 'Decrypts each ciphertext by SM4'),
  'sm4.encrypt': words('SM4 加密每个明文', 'Encrypts each plaintext by SM4'),
  'text.decode': words('十六进制或 Base64 变成字节', 'Hex or Base64 to bytes'),
  'text.encode': words('字节变成十六进制或 Base64', 'Bytes to hex or Base64'),
};

const fieldNames = words('报文头字段名', 'name of a header field');
const oneStatus = words(
  '这个字段的值不是下一项时，报文体可以是明文',
  'with another value of this field than the next option the body may be in clear',
);

/** What an option means, whichever step takes it; what is particular to a step stands under `kind.option`. */
const optionWords: Readonly<Record<string, Bilingual>> = {
  from: words('读哪个值（前面步骤写出的名称）', 'which value is read: the name under which a step before wrote it'),
  to: words('结果以什么名称写出，供后面的步骤读', 'the name under which the result is written for later steps'),
  header: words('报文头字段所在的值', 'the value that holds the header fields'),
  body: words('报文体所在的值', 'the value that holds the body'),
  parts: words('密文或明文所在的值', 'the value that holds the ciphertexts or plaintexts'),
  key: words('密钥槽', 'key slot'),
  algorithm: words('算法', 'algorithm'),
  reading: words('密钥文本怎样变成 16 字节', 'how the text of the key becomes 16 bytes'),
  mode: words('分组模式', 'block mode'),
  iv: words('CBC 的初始向量', 'initialisation vector of CBC'),
  padding: words('填充', 'padding'),
  style: words('JSON 的写法', 'how the JSON is written'),
  select: words('加密哪些部分', 'which parts are encrypted'),
  field: fieldNames,
  fields: words('报文头字段名的列表', 'names of header fields'),
  charset: words('字符集', 'charset'),
  encoding: words('编码', 'encoding'),
  order: words('字段的排列', 'order of the fields'),
  form: words('签名的格式', 'form of the signature'),
  userId: words('SM2 用户标识', 'SM2 user identifier'),
  nonceField: words('随机数的字段名', 'field of the nonce'),
  nonceCarrier: words('随机数随哪里传送；header 表示在报文头里', 'where the nonce travels; header: within the header'),
  signatureField: words('签名的字段名', 'field of the signature'),
  numbers: words('在线上写成 JSON 数字的报文头字段', 'header fields that are JSON numbers on the wire'),
  headerAt: words(
    '报文头放在哪个成员；空表示与其他成员并列',
    'the member that holds the header; empty: among the others',
  ),
  bodyAt: words('报文体放在哪个成员；空表示与其他成员并列', 'the member that holds the body; empty: among the others'),
  names: words('成员名的写法；Pascal 表示首字母大写', 'how names are written; Pascal: with a capital'),
  bodyParameter: words(
    '以 JSON 文本装着报文体的参数；空表示各成员本身是参数',
    'the parameter that holds the body as JSON text; empty: its members are parameters',
  ),
  clearTo: words('明文的报文体写到哪里', 'where a body in clear goes'),
  statusField: oneStatus,
  encryptedWhen: words('报文体加密时，这个字段的值', 'the value of that field when the body is encrypted'),
  at: words('成员的位置（JSON Pointer），* 指列表的每一项', 'pointers to members; * is every item of a list'),
};

const particularWords: Readonly<Record<string, Bilingual>> = {
  'block.encrypt.iv': words('CBC：zero 全零，front 随机并放在密文前', 'CBC: zero bytes, or random ones in front'),
  'block.decrypt.iv': words('CBC：zero 全零，front 在密文前面', 'CBC: zero bytes, or those in front'),
  'sm4.encrypt.iv': words(
    'CBC：zero 全零，key 用密钥本身，front 随机并放在密文前',
    'CBC: zero bytes, the key itself, or random ones in front',
  ),
  'sm4.decrypt.iv': words(
    'CBC：zero 全零，key 用密钥本身，front 在密文前面',
    'CBC: zero bytes, the key itself, or those in front',
  ),
  'body.take.encoding': words(
    '密文的编码，用来区分密文和明文的句子',
    'how ciphertexts are written, to tell one from a sentence',
  ),
  'body.take.blockBytes': words(
    '分组的字节数，用来区分密文和明文的句子',
    'bytes of a block, to tell a ciphertext from a sentence',
  ),
  'compare.expected': words('这边算出的签名所在的值', 'the value that holds the signature computed here'),
  'envelope.read.bodyMayBeMissing': words(
    '没有报文体成员时当作空对象',
    'without its member the body is an empty object',
  ),
  'errors.report.at': words('错误列表的位置（JSON Pointer）', 'pointer to the list of errors'),
  'errors.report.code': words('一条错误里编码的成员名', 'member of an error that holds its code'),
  'errors.report.message': words('一条错误里说明的成员名', 'member of an error that holds its words'),
  'field.take.as': words('取为文本，或取为 UTF-8 字节', 'as text or as UTF-8 bytes'),
  'header.fill.secrets': words('可以用来填字段的密钥槽', 'key slots that fields may be filled from'),
  'json.fold.form': words('文本的写法；object 表示原样', 'how the text is written; object: as it is'),
  'json.unfold.form': words('文本的写法；object 表示原样', 'how the text is written; object: as it is'),
  'message.write.signature': words('签名所在的值', 'the value that holds the signature'),
  'message.write.signed': words('是否有签名', 'whether there is a signature'),
  'message.write.httpHeadersTo': words('放进 HTTP 头的字段写到哪里', 'where fields go that travel as HTTP headers'),
  'nonce.draw.length': words('字符数', 'how many characters'),
  'nonce.take.carrier': words(
    '随机数随哪里传送；header 表示在报文头里',
    'where the nonce travels; header: within the header',
  ),
  'page.check.batchClause': words('批量的条款号', 'clause of batches'),
  'page.check.pageClause': words('分页的条款号', 'clause of pages'),
  'page.read.field': words('说明收到了什么的报文头字段', 'the header field that says what came'),
  'page.read.value': words('收到网页时它的值', 'its value for a page'),
  'page.read.refused': words('收到其他内容时它的值', 'its value for anything else'),
  'page.read.refusedWords': words('网页里出现这些文字就是拒绝', 'texts of a page that is a refusal'),
  'page.read.as': words('text 文本，base64 文件', 'text, or base64 for a file'),
  'sign.join.before': words('密钥前面的报文头字段', 'header fields in front of the secret'),
  'sign.join.after': words('密钥后面的报文头字段', 'header fields behind the secret'),
  'sign.join.shown': words(
    '可记录的版本写到哪里，密钥以 ‹槽名› 代替',
    'where the same goes with ‹slot› in place of the secret',
  ),
  'sign.secret.placement': words(
    '密钥加在哪里：&key= 之后、末尾或开头',
    'where the secret is added: behind &key=, at the end or in front',
  ),
  'sign.string.bodyName': words(
    '报文体那一对的名称，缺省 body',
    'name of the pair that the body is; body unless given',
  ),
  'sign.string.scope': words(
    '签名的范围：只签报文头、连同报文体或只签报文体',
    'what is signed: header, header and body, or body',
  ),
  'sign.string.tableOrder': words(
    '标准字段表的次序，排列为 firstLetterThenTable 时用',
    'names in the order of the table, for firstLetterThenTable',
  ),
  'sign.string.sameField': words('同一个值的几个名称', 'several names of one value'),
  'sign.string.signedAs': words('这些名称中待签名串里用哪一个', 'which of them stands in the string'),
  'sign.string.nonceSigned': words('随机数是否参与签名', 'whether the nonce is signed'),
  'sign.string.signature': words(
    '签名字段本身：leftOut 不参与，included 以空值参与',
    'the field of the signature: left out, or there without a value',
  ),
  'sign.string.emptyValues': words('空值的字段：skip 略去，keep 保留', 'fields without a value: skipped or kept'),
  'sign.string.urlEncode': words('值是否先做 URL 编码', 'whether values are URL-encoded first'),
  'size.check.atMostBytes': words('最多多少字节', 'how many bytes at most'),
  'sm2.decrypt.order': words('密文各部分的次序', 'order of the parts of the ciphertext'),
  'sm2.encrypt.order': words('密文各部分的次序', 'order of the parts of the ciphertext'),
  'sm2.decrypt.form': words('raw 首尾相接，der 为 ASN.1', 'raw: one behind the other; der: ASN.1'),
  'sm2.encrypt.form': words('raw 首尾相接，der 为 ASN.1', 'raw: one behind the other; der: ASN.1'),
  'sm2.decrypt.prefix04': words('C1 前面是否有 04', 'whether 04 stands in front of C1'),
  'sm2.encrypt.prefix04': words('C1 前面是否有 04', 'whether 04 stands in front of C1'),
};

/** Undefined for an option that no step of this kind takes. */
export function wordsOfOption(kind: string, option: string): Bilingual | undefined {
  return particularWords[`${kind}.${option}`] ?? optionWords[option];
}

/** Everything that words are given for, so that a test finds those of steps and options that are gone. */
export const describedOptions = { general: Object.keys(optionWords), particular: Object.keys(particularWords) };
