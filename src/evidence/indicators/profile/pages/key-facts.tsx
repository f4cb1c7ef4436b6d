import type { PageProfile } from "../listing/rules.ts";
import { type Language, showNumber } from "../messages.ts";
import type { PresentedFact } from "../present.ts";

/** The few figures by which a reader knows the area: how many live there, how many workplaces, how small they are. */
const KEYS = ["population", "workplaces", "employees"] as const;
const SIZES = ["workplaces_size_1_4", "workplaces_size_1_30"] as const;

export function KeyFacts({ profile, language }: { profile: PageProfile; language: Language }) {
  const fact = (code: string) =>
    profile.facts.find(
      (one) => one.indicator.code === code && one.sex === "all" && one.area.relation === "self",
    );
  const sizes = SIZES.map(fact).flatMap((one) => (one && one.share_percent !== null ? [sizeText(one)] : []));
  const parts = KEYS.map(fact).flatMap((one) =>
    one && one.value !== null
      ? [
          <span key={one.indicator.code} className="mr-6">
            {one.indicator.name} <strong className="text-std-18B-160">{showNumber(one.value, 0)}</strong>
            {one.indicator.code === "workplaces" && sizes.length > 0 && language === "ja"
              ? `（${sizes.join("・")}）`
              : ""}
          </span>,
        ]
      : [],
  );
  return (
    <>
      {profile.prefecture && profile.area.kind !== "prefecture" ? (
        <p className="text-dns-16N-130">
          {profile.prefecture.name}　{profile.area.kind_name}
        </p>
      ) : null}
      {parts.length > 0 ? <p className="flex flex-wrap items-baseline">{parts}</p> : null}
    </>
  );
}

/** 4人以下 57.5%: the size in the name's brackets. */
function sizeText(fact: PresentedFact): string {
  const size = /（(.+)）/.exec(fact.indicator.name)?.[1] ?? fact.indicator.name;
  return `${size} ${showNumber(fact.share_percent!, 1)}%`;
}
