-- Shared by all workspaces: functions, collations and the table of jobs. Names are qualified; nothing relies on search_path.

create extension if not exists pg_trgm with schema ${schema};
create extension if not exists btree_gin with schema ${schema};

-- Orders Chinese by pinyin. For ORDER BY only, never for an index: another server's ICU may order differently.
create collation ${schema}.zh (provider = icu, locale = 'zh-u-co-pinyin');

-- The distinct lower-case pairs of neighbouring characters of a text; a text of one character is its own only gram.
-- A text that holds another holds all its grams: `grams(c) @> grams('张三') and c ilike '%张三%'` uses a GIN index where
-- trigrams, which need three characters, cannot.
create function ${schema}.grams(content text) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    lowered constant text := lower(content);
    last constant int := length(lowered) - 1;
    grams text[] := '{}';
    gram text;
begin
    if last < 0 then
        return grams;
    elsif last = 0 then
        return array[lowered];
    end if;
    for i in 1..last loop
        gram := substr(lowered, i, 2);
        if gram <> all (grams) then
            grams := array_append(grams, gram);
        end if;
    end loop;
    return grams;
end
$$;
