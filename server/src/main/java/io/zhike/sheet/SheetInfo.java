package io.zhike.sheet;

import java.util.OptionalLong;

/**
 * One sheet of a file. A text file has exactly one, named like the file without its extension.
 *
 * @param estimatedRows how many rows it has, header included, about: good for a progress bar, not for a sum; empty where
 *     the file does not tell
 * @param hidden whether Excel hides it
 */
public record SheetInfo(String name, OptionalLong estimatedRows, boolean hidden) {}
