import { TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { MISSING, PART } from "../model/plan.messages.ts";
import type { Unlinked } from "../model/plan.rules.ts";

const pathOf = (kind: Unlinked["kind"]) => (kind === "activity" ? "activities" : `${kind}s`);

type UnlinkedProps = { unlinked: readonly Unlinked[]; more: boolean; base: string };

/** What hangs in the air: shown, never forced. */
export function UnlinkedList({ unlinked, more, base }: UnlinkedProps) {
  if (unlinked.length === 0) return null;
  return (
    <div className="no-print">
      <Section
        title={`未設定の項目${more ? "（多いため、一部）" : ` ${unlinked.length}`}`}
        id="unlinked"
        lead="後から設定できます。"
      >
        <ul className="border-t border-solid-gray-300">
          {unlinked.map(({ kind, id, title, missing }) => (
            <li
              key={`${kind}-${id}-${missing}`}
              className="flex flex-wrap justify-between gap-x-4 border-b border-solid-gray-300 py-2"
            >
              <span>
                {PART[kind]}「<TextLink to={`${base}/${pathOf(kind)}/${id}`}>{title}</TextLink>」
              </span>
              <span className="text-solid-gray-800">{MISSING[missing]}が未設定</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
