import { clashText } from "../requests/engagement.messages.ts";
import type { Clash } from "../requests/engagement.rules.ts";

/** Where who answers is bound elsewhere at a time. */
export const Clashes = ({ clashes }: { clashes: readonly Clash[] }) =>
  clashes.map((clash) => (
    <p key={`${clash.number}${clash.fixed}`} className="mt-1">
      <strong>{`⚠ ${clashText(clash)}`}</strong>
    </p>
  ));
