/** What the matcher reads of a route: `GET` and `/api/editions/{editionId}`. */
export interface Routable {
  readonly method: string;
  readonly path: string;
}

export type Match<R> =
  | {
      readonly kind: 'route';
      readonly route: R;
      readonly params: { readonly [name: string]: string };
    }
  /** The path is known, with these methods. */
  | { readonly kind: 'other-method'; readonly allow: readonly string[] }
  /** A percent-encoding in the path that is none. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'none' };

interface Node<R> {
  readonly literals: Map<string, Node<R>>;
  parameter?: Node<R>;
  /** By method, with the names of the parameters on the way. */
  readonly routes: Map<string, { readonly route: R; readonly names: readonly string[] }>;
}

/**
 * Matches paths as an HTTP API does: whole segments, a literal before a parameter, each parameter decoded
 * once. @throws Error when two routes have the same method and shape.
 */
export function createMatcher<R extends Routable>(
  routes: Iterable<R>,
): (method: string, path: string) => Match<R> {
  const root = newNode<R>();
  for (const route of routes) add(root, route);
  return (method, path) => {
    const found = descend(root, path.split('/'), 1, []);
    if (found === undefined) return { kind: 'none' };
    const entry = found.node.routes.get(method);
    if (entry === undefined) {
      return { kind: 'other-method', allow: [...found.node.routes.keys()].toSorted(byName) };
    }
    const params = decode(entry.names, found.values);
    return params === undefined
      ? { kind: 'malformed' }
      : { kind: 'route', route: entry.route, params };
  };
}

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

function newNode<R>(): Node<R> {
  return { literals: new Map(), routes: new Map() };
}

function add<R extends Routable>(root: Node<R>, route: R): void {
  const names: string[] = [];
  let node = root;
  for (const segment of route.path.split('/').slice(1)) {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined) node = literal(node, segment);
    else {
      names.push(name);
      node.parameter ??= newNode();
      node = node.parameter;
    }
  }
  if (node.routes.has(route.method))
    throw new Error(`two routes for ${route.method} ${route.path}`);
  node.routes.set(route.method, { route, names });
}

function literal<R>(node: Node<R>, segment: string): Node<R> {
  const known = node.literals.get(segment);
  if (known !== undefined) return known;
  const made = newNode<R>();
  node.literals.set(segment, made);
  return made;
}

interface Found<R> {
  readonly node: Node<R>;
  readonly values: readonly string[];
}

function descend<R>(
  node: Node<R>,
  segments: readonly string[],
  at: number,
  values: readonly string[],
): Found<R> | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.routes.size > 0 ? { node, values } : undefined;
  const exact = node.literals.get(segment);
  const found = exact && descend(exact, segments, at + 1, values);
  if (found !== undefined || node.parameter === undefined || segment === '') return found;
  return descend(node.parameter, segments, at + 1, [...values, segment]);
}

function decode(
  names: readonly string[],
  values: readonly string[],
): { readonly [name: string]: string } | undefined {
  const params: Record<string, string> = {};
  try {
    for (const [at, name] of names.entries()) params[name] = decodeURIComponent(values[at] ?? '');
  } catch {
    return undefined;
  }
  return params;
}
