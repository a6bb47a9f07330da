-- What makes two texts as good as the same, for look-alikes: indexes over these find them without a scan. Whoever changes
-- them gives them new names, since what is indexed would be stale.

-- Small and narrow letters for capital and wide ones.
create function ${schema}.folded(content text) returns text
    language sql immutable strict parallel safe
    return lower(btrim(normalize(content, NFKC)) collate "C");

-- Folded, and without what the names of companies differ in: what stands in brackets, words such as "Co., Ltd." and
-- their Chinese kin, blanks and signs. A name of which nothing would be left stays folded.
create function ${schema}.bare_name(content text) returns text
    language sql immutable strict parallel safe
    return coalesce(
        nullif(
            regexp_replace(
                regexp_replace(
                    ${schema}.folded(content) collate "C",
                    '\([^()]*\)|\[[^][]*\]|【[^】]*】|〔[^〕]*〕', ' ', 'g'),
                '\m(co|company|ltd|limited|inc|incorporated|corp|corporation|llc|plc|gmbh|group)\M|'
                    || '股份有限公司|有限责任公司|有限公司|集团公司|股份公司|集团|股份|公司|'
                    || '[[:space:][:punct:]]|[、。·・—…《》「」『』]', '', 'g'),
            ''),
        ${schema}.folded(content));
