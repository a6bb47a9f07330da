import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { keys } from "@/api/keys";
import { markRead, type Notice, readNotices } from "@/api/notices";
import { useToast } from "@/app/toast";
import { joinPages, type Page } from "@/core/keyset";

type Pages = InfiniteData<Page<Notice>>;

/** This person's notices, page by page. */
export function useNotices(unread: boolean) {
  const pages = useInfiniteQuery({
    queryKey: keys.noticeList(unread),
    queryFn: ({ pageParam, signal }) => readNotices(unread, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
  });
  const notices = useMemo(() => joinPages(pages.data?.pages ?? []), [pages.data]);
  return { ...pages, notices };
}

/** Marks notices as read: at once on the screen, then on the server. Null is all there are. */
export function useMarkRead() {
  const cache = useQueryClient();
  const toast = useToast();
  return async (ids: readonly string[] | null) => {
    const meant = (notice: Notice) => ids === null || ids.includes(notice.id);
    cache.setQueriesData<Pages>({ queryKey: keys.notices }, (data) =>
      data
        ? {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: page.items.map((one) => (meant(one) ? { ...one, read: true } : one)),
            })),
          }
        : data,
    );
    try {
      cache.setQueryData(keys.noticeCount, await markRead(ids === null ? { all: true } : { ids: [...ids] }));
    } catch (error) {
      toast.failed(error);
      await cache.invalidateQueries({ queryKey: keys.notices });
    }
  };
}
