import type { YAMLError } from 'yaml';
import type { Bilingual } from '../../shared/bilingual.ts';

/** What the library found, in words for those who wrote the file: what is wrong there and what to do. */
const words: Readonly<Partial<Record<YAMLError['code'], Bilingual>>> = {
  ALIAS_PROPS: { zh: '引用（*名称）不能再带锚点或标签', en: 'a reference (*name) has neither anchor nor tag' },
  BAD_ALIAS: { zh: '引用（*名称）写得不对', en: 'a reference (*name) is not written like this' },
  BAD_COLLECTION_TYPE: { zh: '标签与内容不符', en: 'the tag does not fit what follows' },
  BAD_DIRECTIVE: { zh: '% 开头的指令不对，请去掉', en: 'a directive (%) is wrong; take it away' },
  BAD_DQ_ESCAPE: {
    zh: '双引号里有不认识的转义；反斜杠请写成 \\\\，或者改用单引号',
    en: 'an unknown escape in double quotes; write \\\\ for a backslash, or use single quotes',
  },
  BAD_INDENT: {
    zh: '缩进不对，或括号没有关上；同一层应从同一列开始',
    en: 'wrong indentation, or a bracket that is not closed; what is of one level begins in one column',
  },
  BAD_PROP_ORDER: { zh: '锚点和标签要放在值的前面', en: 'anchors and tags stand in front of the value' },
  BAD_SCALAR_START: {
    zh: '值不能以这个字符开头，请加引号',
    en: 'a value cannot begin with this character; put it in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: { zh: '一行里有两个“名称: 值”，请分成两行', en: 'two names on one line; use a line for each' },
  BLOCK_IN_FLOW: { zh: '{} 或 [] 里不能用换行缩进的写法', en: 'within {} and [] nothing is written by indentation' },
  DUPLICATE_KEY: { zh: '同一层里名称重复', en: 'a name stands twice on one level' },
  KEY_OVER_1024_CHARS: { zh: '名称超过 1024 个字符', en: 'a name has more than 1024 characters' },
  MISSING_CHAR: {
    zh: '少了一个符号：检查引号、逗号、冒号后的空格和括号',
    en: 'a sign is missing: look for quotes, commas, brackets and the space behind a colon',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '名称不能跨行；是不是少了冒号？',
    en: 'a name cannot go over lines; is a colon missing?',
  },
  MULTIPLE_ANCHORS: { zh: '一个值只能有一个锚点', en: 'a value has one anchor at most' },
  MULTIPLE_DOCS: {
    zh: '文件里有几份内容（---），只能有一份',
    en: 'the file has several documents (---); it may have one',
  },
  MULTIPLE_TAGS: { zh: '一个值只能有一个标签', en: 'a value has one tag at most' },
  NON_STRING_KEY: { zh: '名称应是文本', en: 'a name must be a text' },
  RESOURCE_EXHAUSTION: { zh: '文件太复杂，读不了', en: 'the file is too much to be read' },
  TAB_AS_INDENT: { zh: '用制表符缩进了，请改用空格', en: 'a tab is used for indentation; use spaces' },
  TAG_RESOLVE_FAILED: { zh: '不认识的标签（!…），请去掉', en: 'an unknown tag (!…); take it away' },
  UNEXPECTED_TOKEN: { zh: '这里不该有这个内容', en: 'what stands here does not belong here' },
};

export function yamlWords({ code, message }: Pick<YAMLError, 'code' | 'message'>): Bilingual {
  const [first = message] = message.split('\n', 1);
  const said = first.replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '');
  const found = words[code];
  return found ?? { zh: `读取程序说“${said}”`, en: said };
}
