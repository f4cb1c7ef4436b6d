/** A checkup's sheet as a form: for each item the value, the letter and the range beside it. */
export const valueField = (item: string) => `v_${item}`;
export const letterField = (item: string) => `j_${item}`;
export const rangeField = (item: string) => `r_${item}`;
