import { queryOptions } from "@tanstack/react-query";
import { address, call, segment, withQuery } from "./client";
import { keys } from "./keys";
import { withMasks } from "./masked";
import type { AppInfo, Colleague, EntityInfo, RegionInfo, TemplateInfo, TreeNode } from "./types";

type Items<T> = { items: T[] };
const items = async <T>(path: string, signal: AbortSignal) => (await call<Items<T>>("GET", path, { signal })).items;
const MOST_MEMBERS = 1000;
const LONG = 10 * 60_000;

export const appsQuery = queryOptions({
  queryKey: keys.apps,
  queryFn: ({ signal }) => items<AppInfo>("/apps", signal),
  staleTime: LONG,
});

export const templatesQuery = queryOptions({
  queryKey: keys.templates,
  queryFn: ({ signal }) => items<TemplateInfo>("/templates", signal),
  staleTime: LONG,
});

export const entitiesQuery = queryOptions({
  queryKey: keys.entities,
  queryFn: async ({ signal }) => (await items<EntityInfo>("/entities", signal)).map(withMasks),
  staleTime: LONG,
});

export const membersQuery = queryOptions({
  queryKey: keys.members,
  queryFn: ({ signal }) => items<Colleague>(withQuery("/members", { limit: MOST_MEMBERS }), signal),
  staleTime: LONG,
});

/** The server may send a tree, or a flat list whose nodes name their parent; both become a tree. */
type WireNode = { code?: string; id?: string; name: string; parent?: string | null; children?: WireNode[] };

export function toTree(nodes: WireNode[]): TreeNode[] {
  const made = new Map<string, TreeNode & { children: TreeNode[] }>();
  const codeOf = (node: WireNode) => node.code ?? node.id ?? node.name;
  for (const node of nodes) {
    made.set(codeOf(node), { code: codeOf(node), name: node.name, children: toTree(node.children ?? []) });
  }
  const roots: TreeNode[] = [];
  for (const node of nodes) {
    const self = made.get(codeOf(node));
    const parent = node.parent ? made.get(node.parent) : undefined;
    if (self) (parent ? parent.children : roots).push(self);
  }
  return roots;
}

export const departmentsQuery = queryOptions({
  queryKey: keys.departments,
  queryFn: async ({ signal }) => toTree(await items<WireNode>("/departments", signal)),
  staleTime: LONG,
});

/** The regions right below another; null for the provinces. */
export const regionsQuery = (parent: string | null) =>
  queryOptions({
    queryKey: keys.regions(parent),
    queryFn: ({ signal }) => items<RegionInfo>(withQuery("/regions", { parent }), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The regions above one, the province first: each level has two digits of the six, the rest are zeros. */
export function ancestors(region: string): string[] {
  return [2, 4].map((length) => region.slice(0, length).padEnd(6, "0")).filter((above) => above < region);
}

/** Names from the root down to a code; empty when the tree does not hold it. */
export function pathTo(tree: TreeNode[], code: string): TreeNode[] {
  for (const node of tree) {
    if (node.code === code) return [node];
    const below = pathTo(node.children ?? [], code);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/** From a template, or under a name: blank, or like an app that is there. */
export type NewApp = { template: string; sample: boolean } | { label: string; copyOf?: string };

export function createApp(app: NewApp): Promise<AppInfo> {
  return call<AppInfo>("POST", "/apps", { body: app });
}

/** Installs an app from a package that was exported somewhere. */
export function installPackage(file: File): Promise<AppInfo> {
  const body = new FormData();
  body.append("package", file, file.name);
  return call<AppInfo>("POST", "/apps", { body });
}

/** The address that downloads a published app as a package, without records. */
export const packageAddress = (app: string): string => address(`/apps/${segment(app)}/package`);

/** Takes the sample data out of an app, with all records that came with it. */
export function removeSample(app: string): Promise<void> {
  return call<void>("DELETE", `/apps/${segment(app)}/sample`);
}
