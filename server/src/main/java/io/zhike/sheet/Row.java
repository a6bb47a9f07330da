package io.zhike.sheet;

import java.util.List;

/**
 * A row that holds at least one value.
 *
 * @param number where it is: in text files the physical line (from 1) on which it begins, in workbooks Excel's row number
 * @param cells from the first column on; as many as the file has, which may be fewer or more than the header
 */
public record Row(long number, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell of column {@code index} (from 0); {@link Cell#BLANK} where the row is too short. */
    public Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.BLANK;
    }

    /** How many columns it fills: up to the last cell that is not blank. At least 1. */
    public int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1) instanceof Cell.Blank) {
            width--;
        }
        return width;
    }

    /** Whether any cell could not be read. */
    public boolean isBroken() {
        for (Cell cell : cells) {
            if (cell instanceof Cell.Broken) {
                return true;
            }
        }
        return false;
    }
}
