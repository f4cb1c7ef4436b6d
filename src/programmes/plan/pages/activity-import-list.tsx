import { showInstantJa } from "#platform/kernel/instant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { NextPage } from "#ui/table.tsx";
import { WITHDRAWAL } from "../import/activity-import.messages.ts";
import type { NamedImport } from "../import/import-withdrawal.usecases.server.ts";
import { showYear } from "../model/plan.messages.ts";

/** An import as pages tell of it. */
export const importListed = (one: NamedImport) => ({
  id: one.id,
  file: one.fileName ?? WITHDRAWAL.noFile,
  years: [...new Set([one.firstYear, one.lastYear])].map(showYear).join("〜"),
  effects: WITHDRAWAL.effects(one.added, one.changed),
  when: showInstantJa(one.at),
  who: one.who,
  withdrawn: one.deletedAt && WITHDRAWAL.withdrawn(showInstantJa(one.deletedAt), one.deletedWho),
});

/** The last imports, each with the way to take it back. */
export function ImportList({
  base,
  imports,
  after,
}: {
  base: string;
  imports: readonly ReturnType<typeof importListed>[];
  after: string | undefined;
}) {
  return (
    <Section title={WITHDRAWAL.list} lead={imports.length === 0 ? WITHDRAWAL.none : undefined}>
      <Lines>
        {imports.map((one) => (
          <Line key={one.id} centred>
            <div className="min-w-0 max-w-3xl break-words">
              <p>
                <span className="mr-3 text-std-16B-170">{one.file}</span>
                {one.effects}
              </p>
              <p>{one.years}</p>
              <p className="text-dns-14N-130">
                {one.when}　{one.who}
              </p>
              {one.withdrawn ? <p className="mt-1 text-std-16B-170">{one.withdrawn}</p> : null}
            </div>
            <ButtonLink to={`${base}/activities/import/${one.id}`}>
              {one.withdrawn ? WITHDRAWAL.look : WITHDRAWAL.withdraw}
            </ButtonLink>
          </Line>
        ))}
      </Lines>
      <NextPage after={after} />
    </Section>
  );
}
