const mostTags = 20;
const longestTag = 50;

/** Tags as typed, between commas of either width: each once, none empty, within the limits of `markHistorySchema`. */
export function parseTags(text: string): readonly string[] {
  const tags = text
    .split(/[,，、;；\n]/u)
    .map((tag) => tag.trim().slice(0, longestTag).trim())
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, mostTags);
}
