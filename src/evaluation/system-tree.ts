import { exact, type Fraction } from "../core/index.js";
import type { AdjustmentItem, CompositeItem, IndicatorItem, IndicatorSystem, LeafItem, VetoItem } from "./indicator-system.js";

/** A composite with its children, in the order of the list. */
export interface CompositeNode {
  readonly item: CompositeItem;
  /** Children that carry weight. */
  readonly parts: readonly (CompositeItem | LeafItem)[];
  /** Of the parts, read once. */
  readonly weights: readonly Fraction[];
  readonly adjustments: readonly AdjustmentItem[];
}

/** A sound system as a tree: composites with every child before its parent, the root last. */
export interface SystemTree {
  readonly root: CompositeItem;
  readonly composites: readonly CompositeNode[];
  readonly leaves: readonly LeafItem[];
  readonly vetoes: readonly VetoItem[];
  readonly byId: ReadonlyMap<string, IndicatorItem>;
}

/** Items by parent; `undefined` holds those without. */
export function childrenOf(system: IndicatorSystem): ReadonlyMap<string | undefined, readonly IndicatorItem[]> {
  const children = new Map<string | undefined, IndicatorItem[]>();
  for (const item of system.items) {
    const siblings = children.get(item.parent);
    if (siblings === undefined) children.set(item.parent, [item]);
    else siblings.push(item);
  }
  return children;
}

/** The tree of a system that `checkSystem` found sound. */
export function systemTree(system: IndicatorSystem): SystemTree {
  const children = childrenOf(system);
  const composites: CompositeNode[] = [];
  const [root] = (children.get(undefined) ?? []).filter((item) => item.kind === "composite");
  if (root === undefined) throw new TypeError("a system without root was not checked");
  const open: CompositeItem[] = [root];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const own = children.get(item.id) ?? [];
    const parts = own.filter((child) => child.kind === "composite" || child.kind === "leaf");
    composites.push({
      item,
      parts,
      weights: parts.map((part) => exact(part.weight?.value ?? 0)),
      adjustments: own.filter((child): child is AdjustmentItem => child.kind === "bonus" || child.kind === "deduction"),
    });
    open.push(...own.filter((child) => child.kind === "composite"));
  }
  return {
    root,
    composites: composites.reverse(),
    leaves: system.items.filter((item) => item.kind === "leaf"),
    vetoes: system.items.filter((item) => item.kind === "veto"),
    byId: new Map(system.items.map((item) => [item.id, item])),
  };
}
