/** What the source says of Sagamihara in fiscal 2009: the report is held to it as a page and as a PDF. */
export const FIGURES_2009 = [
  "1回／24人",
  "14回／1,875人",
  "14回／330人",
  "74.1%",
  "87%以上",
  "21.2%",
  "11%以下",
  "9.9%",
  "5%以下",
  "561件",
  "130件",
];
