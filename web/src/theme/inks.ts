/** Colours to write with on paper, which is white in both themes; the first is what one writes with. */
export const INKS = ["#000000", "#595959", "#cf1322", "#d46b08", "#389e0d", "#0958d9", "#531dab"] as const;
