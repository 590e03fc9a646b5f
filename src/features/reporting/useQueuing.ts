import { newRequestId } from '@/cloud/requestId'
import { useOutbox } from '@/outbox'
import type { OutgoingWork } from '@/outbox/outgoing'
import type { DraftPhoto } from './photos/bringIn'
import { pathsOf } from './photos/usePhotoPaths'

/** Ratings and remarks go by the outbox too, so that what was written beside a building without a network arrives. */
export const useQueuing = () => {
  const { outbox, view } = useOutbox()
  return {
    view,
    queue: (work: OutgoingWork, title: string, photos: DraftPhoto[]): void =>
      outbox.add(
        {
          requestId: newRequestId(),
          work,
          photos: photos.map(({ key, kept }) => ({ key, kept, fileId: null })),
          title,
          queuedAt: Date.now(),
          mayHaveArrived: false,
          refusal: null,
        },
        pathsOf(photos),
      ),
  }
}
