import { notFound } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";

/** An address that no page has: what it says stands in the frame, with the ways that lead on. */
export const loader = () => shown<never>(notFound("page"));

export default function NotFound() {
  return null;
}
