import { plainDateIn } from "#platform/kernel/plain-date.ts";
import type { Asked, ListSpec } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import { FIELD } from "../model/form.messages.ts";
import { KIND_NAMES } from "../model/resource.messages.ts";
import type { Resource, ResourceState } from "../model/resource.schema.ts";
import { KINDS, type Kind } from "../model/resource-lists.schema.ts";
import { DIRECTORY, STATE_NAMES } from "./resource-page.messages.ts";

const STATES = ["draft", "listed", "unlisted", "withdrawn", "merged"] as const;
const FILTER = { q: "text", kind: KINDS, state: STATES, stale: "day", reported: "tick" } as const;
export type ResourceFilter = Asked<typeof FILTER>;

/** A row of the list of staff: no address to write to and nothing of its history. */
export type ResourceLine = Readonly<{
  id: string;
  name: string;
  kana: string;
  kind: Kind;
  provider: string;
  address: string;
  phone: string;
  state: ResourceState;
  checkedOn: string | null;
  source: string;
  changedAt: string;
}>;

export const lineOf = (one: Resource): ResourceLine => ({
  ...{ id: one.id, name: one.name, kana: one.kana, kind: one.kind, provider: one.provider },
  ...{
    address: one.address,
    phone: one.phone,
    state: one.state,
    checkedOn: one.checkedOn,
    source: one.source,
  },
  changedAt: one.changedAt.toISOString(),
});

export const RESOURCE_LIST: ListSpec<ResourceLine, typeof FILTER> = {
  columns: [
    { key: "name", head: FIELD.name, sort: "name", cell: (row) => row.name },
    { key: "kind", head: FIELD.kind, cell: (row) => KIND_NAMES[row.kind].ja },
    { key: "address", head: FIELD.address, cell: (row) => row.address },
    { key: "phone", head: FIELD.phone, cell: (row) => row.phone },
    { key: "state", head: DIRECTORY.state, cell: (row) => STATE_NAMES[row.state] },
    { key: "checkedOn", head: DIRECTORY.checkedOn, cell: (row) => row.checkedOn ?? DIRECTORY.neverChecked },
    {
      key: "changedAt",
      head: DIRECTORY.changedAt,
      sort: "changed",
      cell: (row) => plainDateIn(new Date(row.changedAt), "Asia/Tokyo"),
    },
  ],
  filter: FILTER,
  fields: [
    { name: "q", label: DIRECTORY.search, type: "text" },
    {
      name: "kind",
      label: FIELD.kind,
      type: "select",
      options: KINDS.map((value) => ({ value, label: KIND_NAMES[value].ja })),
    },
    {
      name: "state",
      label: DIRECTORY.state,
      type: "select",
      options: STATES.map((value) => ({ value, label: STATE_NAMES[value] })),
    },
    { name: "stale", label: DIRECTORY.stale, type: "day" },
    { name: "reported", label: DIRECTORY.reported, type: "tick" },
  ],
  orders: {
    name: orderBy({ name: "text", id: "uuid" }),
    changed: orderBy({ changedAt: "instant", id: "uuid" }),
  },
  first: "name",
  rowsAPage: 50,
};
