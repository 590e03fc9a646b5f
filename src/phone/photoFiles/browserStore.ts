/** Pictures in the browser's own database, by name. Where a browser has none, or is full, nothing is kept. */

const DATABASE = 'gongzhi-photos'
const PHOTOS = 'photos'

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(PHOTOS)
  return settled(request)
}

/** Null: the browser did not do it. */
const run = async <Value>(act: (photos: IDBObjectStore) => IDBRequest<Value>): Promise<Value | null> => {
  try {
    const database = await openDatabase()
    try {
      return await settled(act(database.transaction(PHOTOS, 'readwrite').objectStore(PHOTOS)))
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

/** Whether it is kept. */
export const storePhoto = async (name: string, photo: Blob): Promise<boolean> =>
  (await run((photos) => photos.put(photo, name))) !== null

export const loadPhoto = async (name: string): Promise<Blob | null> => {
  const found: unknown = await run((photos) => photos.get(name))
  return found instanceof Blob ? found : null
}

export const unstorePhoto = async (name: string): Promise<void> => {
  await run((photos) => photos.delete(name))
}

const LAST_CHARACTER = '\uffff'

export const unstoreAll = async (prefix: string): Promise<void> => {
  await run((photos) => photos.delete(IDBKeyRange.bound(prefix, prefix + LAST_CHARACTER)))
}
