import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  type Permit,
  roleAbove,
  roleHere,
  roleIn,
  type Subject,
  services,
  signedIn,
} from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** `organisation` is the one that runs it, where it is one of ours. */
export type ResourceSubject = Subject & Readonly<{ organisation?: OrganisationId | null }>;

const editor = roleHere("coordinator", "directory_editor");
const own = roleIn<ResourceSubject>(({ organisation }) => organisation, "provider");
/** Whoever runs it: by an account, or by the link of the letter that asked. */
const owner = anyOf<ResourceSubject>(editor, own, holderOf("directory"));
const brings = anyOf(editor, services("cli"));
const job = services("import");
/** Who carries bundles between the closed network and the open one. */
const operator = anyOf(roleAbove("administrator"), services("cli"));

export const directoryPolicy = definePolicy(
  {
    "resource.find": anyone,
    "resource.find-area": anyone,
    "resource.map": anyone,
    "resource.read": anyone,
    "resource.harvest": anyone,
    "resource.export": anyone,
    "resource.list-changes": anyone,
    "resource.print": anyone,
    "resource.print-sign": anyone,
    "resource.list": roleHere(
      "coordinator",
      "directory_editor",
      "provider",
      "member",
      "caseworker",
      "administrator",
    ),
    "resource.choices": editor,
    "resource.read-to-edit": anyOf<ResourceSubject>(editor, own),
    "resource.add": editor,
    "resource.save": anyOf<ResourceSubject>(editor, own),
    "resource.set-intake": owner,
    "resource.confirm": owner,
    "resource.read-own": owner,
    "resource.unlist": owner,
    "resource.withdraw": anyOf<ResourceSubject>(editor, own),
    "resource.relist": editor,
    "resource.report": anyone,
    "resource-report.settle": editor,
    "resource.ask-owner": editor,
    "resource.list-duplicates": editor,
    "resource.merge": editor,
    "resource.unmerge": editor,
    "resource.tell-apart": editor,
    "resource.push": services("directory-feed"),
    "resource.list-pushed": services("directory-feed"),
    "resource.index": services("directory"),
    "resource.due": services("directory"),
    "resource.ask-due": services("directory"),
    "resource.give-bundle": operator,
    "resource.take-bundle": operator,
    "resource.load-samples": services("demonstration"),
    "town.load-points": services("cli"),
    "resource.read-today": signedIn,
    "resource.read-days": signedIn,
    "resource-import.begin": brings,
    "resource-import.match": brings,
    "resource-import.check": brings,
    "resource-import.take": brings,
    "resource-import.cancel": brings,
    "resource-import.withdraw": brings,
    "resource-import.list": brings,
    "resource-import.read": brings,
    "resource-import.read-rejected": brings,
    "resource-import.list-under-way": job,
    "resource-import.run": job,
    "resource-import.fail": job,
  },
  {
    quiet: [
      "resource.find",
      "resource.find-area",
      "resource.map",
      "resource.read",
      "resource.harvest",
      "resource.export",
      "resource.list-changes",
      "resource.print",
      "resource.print-sign",
      "resource.list",
      "resource.choices",
      "resource.read-to-edit",
      "resource.read-own",
      "resource.list-duplicates",
      "resource.due",
      "resource.list-pushed",
      "resource.index",
      "resource.read-today",
      "resource.read-days",
      "resource-import.list",
      "resource-import.read",
      "resource-import.read-rejected",
      "resource-import.list-under-way",
    ],
  },
);
export type DirectoryPermit = Permit<keyof typeof directoryPolicy.rights, ResourceSubject>;
