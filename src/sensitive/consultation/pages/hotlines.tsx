import type { Hotline } from "#foundation/hotlines/public.ts";
import { Fold } from "#ui/fold.tsx";

/** Numbers to give to who is in need now, with the day on which each was seen. */
export const Hotlines = ({ hotlines, open }: { hotlines: readonly Hotline[]; open?: boolean }) => (
  <Fold summary="すぐに案内できる相談電話" {...(open ? { open } : {})}>
    <ul>
      {hotlines.map((one) => (
        <li key={one.number} className="py-1">
          <a className="text-std-17B-170 text-blue-1000 underline" href={`tel:${one.number}`}>
            {one.number}
          </a>{" "}
          {one.name}（{one.hours}）<span className="text-solid-gray-700">{one.seen}に確認</span>
        </li>
      ))}
    </ul>
  </Fold>
);
