import { readableSize } from '../../shared/files/readable-size.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { Unreadable } from '../yaml/read-yaml.ts';

/** What the workspace refuses, each with its sentence. */

export function brokenFile(path: string, { reason, position }: Unreadable): HufuErrorDetail {
  return {
    code: 'request.broken',
    ...(position && { position }),
    text: {
      zh: `${path} 读不懂：${reason.zh}${position ? `（第 ${position.line} 行第 ${position.column} 列）` : ''}。文件未作改动。`,
      en: `${path} cannot be read: ${reason.en}${position ? ` (line ${position.line}, column ${position.column})` : ''}. It was left untouched.`,
    },
  };
}

export function newerFormat(path: string, { found, known }: { found: number; known: number }): HufuErrorDetail {
  return {
    code: 'workspace.newerFormat',
    text: {
      zh: `${path} 的格式版本是 ${found}，本程序只认识到 ${known}；请使用更新版本的 Hufu，文件未作改动。`,
      en: `${path} has format ${found} and this program knows formats up to ${known}; use a newer Hufu, the file was left untouched.`,
    },
  };
}

export function unknownRequest(id: string): HufuError {
  return new HufuError({
    code: 'request.unknown',
    text: {
      zh: `工作区里没有编号为“${id}”的请求，它可能已被删除或移走。`,
      en: `The workspace has no request with the id "${id}"; it may have been removed or moved away.`,
    },
  });
}

export function unknownFolder(path: string): HufuError {
  return new HufuError({
    code: 'folder.unknown',
    text: {
      zh: `工作区里没有文件夹“${path}”，它可能已被删除或改名。`,
      en: `The workspace has no folder "${path}"; it may have been removed or renamed.`,
    },
  });
}

export function changedOnDisk(path: string): HufuError {
  return new HufuError({
    code: 'request.changedOnDisk',
    text: {
      zh: `没有保存：${path} 在外面被改动过。请比较两份内容，再决定留哪一份。`,
      en: `Not saved: ${path} was changed from outside. Compare both and decide which one stays.`,
    },
  });
}

/** Of the variables of a folder or of the workspace. */
export function variablesChanged(path: string): HufuError {
  return new HufuError({
    code: 'folder.changedOnDisk',
    field: 'variables',
    text: {
      zh: `没有保存：${path} 里的变量在外面被改动过。请关闭后重新打开，看过新的内容再改。`,
      en: `Not saved: the variables in ${path} were changed from outside. Close this and open it again to change what is there now.`,
    },
  });
}

export function linkedFolder(path: string): HufuError {
  return new HufuError({
    code: 'workspace.link',
    text: {
      zh: `没有保存：${path} 不是文件夹，而是链接或其他文件，写入会落到工作区外。请换成真正的文件夹。`,
      en: `Not saved: ${path} is a link or another file and no folder, and what is written would leave the workspace. Put a real folder there.`,
    },
  });
}

export function intoItself(path: string): HufuError {
  return new HufuError({
    code: 'folder.intoItself',
    text: {
      zh: `文件夹“${path}”不能移到自己里面。`,
      en: `The folder "${path}" cannot be moved into itself.`,
    },
  });
}

export function unknownRemoval(removal: string): HufuError {
  return new HufuError({
    code: 'removal.unknown',
    text: {
      zh: `回收处里没有“${removal}”，无法恢复；删除的内容只保留 30 天。`,
      en: `The trash holds no "${removal}" and nothing can be brought back; what is removed is kept for 30 days.`,
    },
  });
}

export function unusableTitle(title: string): HufuError {
  return new HufuError({
    code: 'workspace.name',
    field: 'title',
    text: {
      zh: `“${title}”不能作为名称：文件要用它命名，请包含文字或数字，并避开系统保留的名称。`,
      en: `"${title}" cannot be a name, since the file is named after it; use letters or digits and no name that the system reserves.`,
    },
  });
}

export function bodyUnwritable(): HufuError {
  return new HufuError({
    code: 'request.bodyUnwritable',
    field: 'body',
    text: {
      zh: '没有保存：报文体含有不成对的代理字符（半个字符），文件无法保存它。',
      en: 'Not saved: the body holds half of a surrogate pair, which no file can keep.',
    },
  });
}

/** What would be written could not be read again. */
export function tooLarge({ bytes, limit }: { readonly bytes: number; readonly limit: number }): HufuError {
  return new HufuError({
    code: 'workspace.tooLarge',
    text: {
      zh: `没有保存：文件会有 ${readableSize(bytes)}，最多 ${readableSize(limit)}；原有内容未动，请缩短内容。`,
      en: `Not saved: the file would have ${readableSize(bytes)} of at most ${readableSize(limit)}; what was there stands, shorten the content.`,
    },
  });
}

export function tooDeep(path: string): HufuError {
  return new HufuError({
    code: 'folder.tooDeep',
    text: {
      zh: `文件夹“${path}”里不能再放文件夹：嵌套太深，或路径太长。`,
      en: `The folder "${path}" takes no further folder: it would be nested too deep, or its path too long.`,
    },
  });
}

export function exists(folder: string): HufuError {
  return new HufuError({
    code: 'workspace.exists',
    text: {
      zh: `${folder} 已经是工作区，没有改动；用 hufu start --workspace 打开它。`,
      en: `${folder} is a workspace already and was left as it is; open it with hufu start --workspace.`,
    },
  });
}
