package io.zhike.sheet;

import java.nio.charset.Charset;

/** An encoding and how many bytes of byte order mark stand before the text. */
record Encoding(Charset charset, int markBytes) {}
