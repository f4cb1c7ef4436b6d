import type { ReactNode } from "react";

const KAKI = "M0 8h12c7 0 9-6 16-6a10 10 0 0 1 0 20c-7 0-9-6-16-6H0";
const AI = "M46 8H34c-7 0-9-6-16-6a10 10 0 0 0 0 20c7 0 9-6 16-6h12";
/** Where one thread goes over the other. */
const OVER = [
  "M6 8h6M6 16h6M36 6a10 10 0 0 1 0 12",
  "M26 5q-2.1-1.8-4.3-2.4M26 19q-2.1 1.8-4.3 2.4",
] as const;

/** The knot of two threads: of the workplace (柿) and of the region (藍). */
const Knot = () => (
  <g fill="none" strokeWidth="2">
    <path className="stroke-blue-900" d={AI} />
    <path stroke="white" strokeWidth="3.8" d={OVER[0]} />
    <path className="stroke-kaki" d={KAKI} />
    <path stroke="white" strokeWidth="3.8" d={OVER[1]} />
    <path className="stroke-blue-900" d={OVER[1]} />
  </g>
);

/** The name of the place with its sign. */
export const Logo = () => (
  <span className="inline-flex items-center gap-2 text-std-20B-150 text-solid-gray-900">
    <svg aria-hidden="true" viewBox="0 0 46 24" className="h-6 w-11.5">
      <Knot />
    </svg>
    結<span className="text-std-16N-170 max-[26rem]:sr-only">Yui</span>
  </span>
);

/** The two threads across a page, with the knot in their middle. */
export const Threads = () => (
  <div aria-hidden="true" className="my-8 flex items-center">
    <span className="h-2.5 grow border-y-2 border-kaki" />
    <svg aria-hidden="true" viewBox="0 0 46 24" className="h-7 w-13.5 shrink-0">
      <Knot />
    </svg>
    <span className="h-2.5 grow border-y-2 border-blue-900" />
  </div>
);

const Lines = ({ box, className, children }: { box: string; className: string; children: ReactNode }) => (
  <svg
    aria-hidden="true"
    viewBox={box}
    className={className}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {children}
  </svg>
);

/** A nurse comes to a small workshop; behind it the town's clinic. */
export const VisitDrawing = () => (
  <Lines box="0 68 560 108" className="h-auto w-full max-w-xl text-solid-gray-900">
    <path
      className="text-solid-gray-300"
      stroke="currentColor"
      d="M0 128c50-46 108-56 158-26m196-8c60-40 132-28 206 34"
    />
    <path d="M2 172h556" />
    {/* The workshop: awning, window, bench. */}
    <g className="stroke-kaki">
      <path d="M92 78h176l16 26H76zM136 78l-7 26M180 78v26M224 78l7 26M268 78" />
      <path d="M76 104c0 8 18 8 26 0 0 8 26 8 27 0 0 8 26 8 51 0 0 8 26 8 51 0 0 8 20 8 27 0 0 8 26 8 26 0" />
    </g>
    <path d="M88 110v62m184-62v62M104 122h50v28h-50zm25 0v28m-25-14h50" />
    <path d="M168 150h60m-54 0v22m48-22v22" />
    <path d="M200 150c-4-3-5-9-2-13h12c3 4 2 10-2 13zM204 137v-5" />
    {/* Who works there. */}
    <circle cx="244" cy="122" r="9" />
    <path d="M235 120c2-8 16-8 18 0M232 172v-24c0-9 5-14 12-14s12 5 12 14v24M234 146l-14 3" />
    {/* Who comes. */}
    <circle cx="322" cy="104" r="10" />
    <path d="M312 104c-2-14 22-14 20 0m0-4c5 1 6 5 5 8M308 172l2-36c0-11 5-18 12-18s12 7 12 18l2 36m-16-36v36" />
    <path d="m311 130-20 8m42-6 12 20" />
    <path d="m278 128 12-4 5 16-12 4zM337 154h22v16h-22zm6 0v-5h10v5" />
    <path className="stroke-blue-900" d="M348 158v8m-4-4h8" />
    {/* A tree, and the clinic. */}
    <path d="M398 172v-26m0 2c-12-4-14-34 0-44 14 10 12 40 0 44" />
    <path d="M436 172V96h64v76M500 126h40v46M460 172v-18h16v18M448 124h8m24 0h8m-40 16h8m24 0h8m24-2h16m-16 16h16" />
    <path d="M456 96V80h24v16" />
    <path className="stroke-blue-900" d="M468 84v8m-4-4h8" />
  </Lines>
);

/** A cup of tea: nothing to do here. */
export const TeaDrawing = () => (
  <Lines box="0 0 80 72" className="h-16 w-18 text-solid-gray-900">
    <path d="M6 66h68M22 34h36l-3 26c-1 4-4 6-7 6H32c-3 0-6-2-7-6z" />
    <path className="stroke-kaki" d="M23.5 44h33" />
    <path
      className="text-solid-gray-420"
      stroke="currentColor"
      d="M34 26c-4-5 4-8 0-14m12 14c-4-5 4-8 0-14"
    />
  </Lines>
);
