/** The name of the field with who comes in place of a member: behind the member's id. */
export const proxyField = (memberId: string): string => `${memberId}.proxy`;
