import { useEffect, useState } from "react";

const COOKIE = "yui-density";
const YEAR_S = 31_536_000;

/** How close rows stand, as this device was told; what it says comes with each page, so that none of them jumps. */
export const densityOf = (cookies: string | null): "compact" | undefined =>
  /(?:^|; )yui-density=compact(?:;|$)/.test(cookies ?? "") ? "compact" : undefined;

/** Sets rows closer at a desk, where many are read at once; on a phone they stay as a thumb wants them. */
export function DensitySwitch({ label }: { label: string }) {
  const [compact, setCompact] = useState(false);
  useEffect(() => setCompact(densityOf(document.cookie) !== undefined), []);
  const change = (on: boolean) => {
    setCompact(on);
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it with the next page
    document.cookie = `${COOKIE}=${on ? "compact" : ""}; path=/; max-age=${on ? YEAR_S : 0}; samesite=lax`;
    if (on) document.documentElement.dataset.density = "compact";
    else delete document.documentElement.dataset.density;
  };
  return (
    <label className="hidden min-h-11 cursor-pointer items-center gap-3 px-4 hover:bg-blue-50 desktop:flex">
      <input
        type="checkbox"
        checked={compact}
        onChange={({ target }) => change(target.checked)}
        className="size-5"
      />
      {label}
    </label>
  );
}
