import { Button } from '@/components/button'

interface MoreButtonProps {
  book: { hasMore: boolean; isLoadingMore: boolean; loadMore: () => Promise<void> }
}

/** The way on in a list that comes page by page. */
export const MoreButton = ({ book }: MoreButtonProps) =>
  book.hasMore ? (
    <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
      再看一些
    </Button>
  ) : null
