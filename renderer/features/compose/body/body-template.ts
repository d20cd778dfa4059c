import type { Interface } from '../../../../shared/profile/profile.ts';

export type BodyShape = 'object' | 'paged' | 'batch';

type Schema = Readonly<Record<string, unknown>>;

const paging = ['cpage', 'rows', 'totalCount', 'totalPage', 'list'];

/** A body of one of the three shapes with the members that the interface knows, empty and ready to be filled in. */
export function bodyTemplate(shape: BodyShape, { requestSchema }: Pick<Interface, 'requestSchema'>): string {
  const conditions = conditionsOf(requestSchema);
  switch (shape) {
    case 'object':
      return layOut(conditions);
    case 'paged':
      return layOut({ ...conditions, cpage: 1, rows: 10 });
    case 'batch':
      return layOut({ totalCount: 1, list: [conditions] });
  }
}

/** The members that say what is asked for: of the body, or of one item where the interface takes several. */
function conditionsOf(schema: Schema): Record<string, unknown> {
  const list = propertyOf(schema, 'list');
  const item = list && isSchema(list['items']) ? list['items'] : schema;
  const properties = isSchema(item['properties']) ? item['properties'] : {};
  const names = Object.keys(properties).filter((name) => !paging.includes(name));
  return Object.fromEntries(names.map((name) => [name, emptyValue(properties[name])]));
}

function emptyValue(schema: unknown): unknown {
  switch (isSchema(schema) ? schema['type'] : undefined) {
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return '';
  }
}

function propertyOf(schema: Schema, name: string): Schema | undefined {
  const properties = schema['properties'];
  const property = isSchema(properties) ? properties[name] : undefined;
  return isSchema(property) ? property : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function layOut(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
