import type { OrganisationId } from "#platform/kernel/ids.ts";

/** Who runs the installation: administrators and auditors of the whole belong to it, and to no organisation of an area. */
export const OPERATOR = "00000000-0000-7000-8000-000000000001" as OrganisationId;
