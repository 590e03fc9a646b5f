import type { Position } from '@contract/cases/cases'
import type Leaflet from 'leaflet'
import { DISTRICT_MARKS } from './districts'
import {
  CLOSER,
  type MapBounds,
  type MapCell,
  type MapMarker,
  type MapProps,
  rounded,
  ZOOM_MAX,
  ZOOM_MIN,
} from './model'
import { pinDrawing } from './signs'
import type { Ground } from './tiles'

/** The map of a browser, drawn by Leaflet, which is loaded when the first map is shown. */

type Library = typeof Leaflet
type Shown = Pick<MapProps, 'markers' | 'cells' | 'own'> & { size: number }

export interface Drawing {
  show(shown: Shown): void
  goTo(centre: Position, zoom: number): void
  /** The window or what stands around the map has changed. */
  fit(): void
  bounds(): MapBounds
  centre(): Position
  zoom(): number
  remove(): void
}

interface Wishes {
  centre: Position
  zoom: number
  onMove: () => void
  onMarkerPress: (id: string) => void
}

/** Half a pixel at the closest: the same place. */
const SAME_PLACE = 1e-7

export function draw(library: Library, ground: Ground, element: HTMLElement, wishes: Wishes): Drawing {
  const at = (position: Position): Leaflet.LatLngTuple => {
    const { longitude, latitude } = ground.toGround(position)
    return [latitude, longitude]
  }
  const from = ({ lat, lng }: Leaflet.LatLng): Position =>
    rounded(ground.fromGround({ longitude: lng, latitude: lat }))
  const map = newMap(library, element)
  map.setView(at(wishes.centre), wishes.zoom, { animate: false })
  layGround(library, ground, map)
  map.on('moveend', wishes.onMove)
  const closer = (position: Position) => map.setView(at(position), map.getZoom() + CLOSER)
  const marks = keptMarkers(library, map, at, wishes.onMarkerPress, closer)
  return {
    show: marks,
    goTo: (centre, zoom) => {
      const there = library.latLng(at(centre))
      if (map.getZoom() !== zoom || !there.equals(map.getCenter(), SAME_PLACE)) map.setView(there, zoom)
    },
    fit: () => map.invalidateSize({ animate: false }),
    bounds: () => {
      const seen = map.getBounds()
      const [southWest, northEast] = [from(seen.getSouthWest()), from(seen.getNorthEast())]
      return {
        west: southWest.longitude,
        south: southWest.latitude,
        east: northEast.longitude,
        north: northEast.latitude,
      }
    },
    centre: () => from(map.getCenter()),
    zoom: () => map.getZoom(),
    remove: () => map.remove(),
  }
}

function newMap(library: Library, element: HTMLElement): Leaflet.Map {
  const map = library.map(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: ZOOM_MIN,
    maxZoom: ZOOM_MAX,
    worldCopyJump: false,
  })
  library.control.zoom({ position: 'topright', zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map)
  library.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map)
  return map
}

function layGround(library: Library, { url, attribution, toGround }: Ground, map: Leaflet.Map): void {
  if (url === '') {
    // Lines, so that one sees how far the map was moved.
    library.gridLayer({ className: 'map__lines' }).addTo(map)
    for (const { name, ...mark } of DISTRICT_MARKS) {
      const { longitude, latitude } = toGround(mark)
      const icon = library.divIcon({ className: 'map__district', html: name, iconSize: [0, 0] })
      library.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(map)
    }
    return
  }
  library.tileLayer(url, { maxZoom: ZOOM_MAX, maxNativeZoom: 18 }).addTo(map)
  library.control.attribution({ prefix: false }).addAttribution(attribution).addTo(map)
}

/** One marker for each id, kept while it is shown, so that the keyboard does not lose its place. */
function keptMarkers(
  library: Library,
  map: Leaflet.Map,
  at: (position: Position) => Leaflet.LatLngTuple,
  onPress: (id: string) => void,
  closer: (position: Position) => void,
): (shown: Shown) => void {
  const kept = new globalThis.Map<string, { marker: Leaflet.Marker; look: string; press: () => void }>()
  return ({ markers = [], cells = [], own = null, size }) => {
    const wanted = [
      ...(own ? [ownSign(own)] : []),
      ...cells.map((cell) => ({ ...cellSign(cell, size), press: () => closer(cell.position) })),
      ...markers.map((marker) => ({ ...pinSign(marker, size), press: () => onPress(marker.id) })),
    ]
    const names = new Set(wanted.map(({ name }) => name))
    for (const [name, { marker }] of kept) {
      if (names.has(name)) continue
      marker.remove()
      kept.delete(name)
    }
    for (const { name, position, label, press, ...icon } of wanted) {
      const look = JSON.stringify({ icon, label })
      const before = kept.get(name)
      if (before) before.press = press
      if (before?.look === look) {
        before.marker.setLatLng(at(position))
        continue
      }
      const marker = before?.marker ?? library.marker(at(position), { keyboard: press !== nothing })
      marker
        .setIcon(library.divIcon(icon))
        .setLatLng(at(position))
        .setZIndexOffset(name === OWN ? ABOVE : 0)
      if (!before) answerPresses(marker.addTo(map), () => kept.get(name)?.press())
      kept.set(name, { marker, look, press })
      tellName(marker, label, press === nothing)
    }
  }
}

function tellName(marker: Leaflet.Marker, label: string, isPicture: boolean): void {
  const element = marker.getElement()
  element?.setAttribute('aria-label', label)
  if (isPicture) element?.setAttribute('role', 'img')
}

/** Leaflet gives a marker the focus, but no keys. */
function answerPresses(marker: Leaflet.Marker, press: () => void): void {
  marker.on('click', press)
  marker.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  })
}

const nothing = (): void => undefined

interface Sign extends Leaflet.DivIconOptions {
  name: string
  position: Position
  label: string
  press: () => void
}

const OWN = 'own'
/** One sees where one is, whatever lies there. */
const ABOVE = 1000

const ownSign = (position: Position): Sign => ({
  name: OWN,
  position,
  label: '我的位置',
  press: nothing,
  className: 'map__own',
  iconSize: [22, 22],
})

function cellSign({ id, position, count, label }: MapCell, size: number): Sign {
  const width = size + (String(count).length - 1) * Math.round(size / 6)
  return {
    name: `cell ${id}`,
    position,
    label,
    press: nothing,
    className: 'map__cell',
    html: String(count),
    iconSize: [width, width],
  }
}

const pinSign = ({ id, position, tone, label, isChosen = false }: MapMarker, size: number): Sign => ({
  name: `pin ${id}`,
  position,
  label,
  press: nothing,
  className: `map__pin map__pin--${tone} ${isChosen ? 'map__pin--chosen' : ''}`,
  html: pinDrawing(tone, 'currentColor'),
  iconSize: [size, size],
  iconAnchor: [size / 2, size],
})
