// SPDX-License-Identifier: Apache-2.0
// Lets the corners of a border be set on a map. Each press adds one to the list of corners, which is what is sent; the
// list can be typed as well, and the page works the same without this.
(() => {
  const draw = document.getElementById('draw');
  const live = document.getElementById('map-live');
  const corners = document.getElementById('corners');
  if (!draw || !live || !corners || !window.L) return;

  draw.hidden = false;
  const map = L.map(live, { attributionControl: false, zoomControl: false, keyboard: false, minZoom: 2 });
  L.control.zoom({ zoomInTitle: draw.dataset.closer, zoomOutTitle: draw.dataset.farther }).addTo(map);
  const ground = L.featureGroup().addTo(map);
  const drawn = L.featureGroup().addTo(map);
  map.setView([20, 20], 3);

  const typed = () => corners.value.split('\n')
    .map(line => line.trim().split(/\s*[,،]\s*|\s+/).map(Number))
    .filter(pair => pair.length === 2 && pair.every(Number.isFinite));

  const show = () => {
    drawn.clearLayers();
    const points = typed();
    if (points.length > 2) L.polygon(points, { interactive: false, className: 'border-drawn' }).addTo(drawn);
    else if (points.length === 2) L.polyline(points, { interactive: false, className: 'border-drawn' }).addTo(drawn);
    for (const point of points) {
      L.marker(point, { icon: L.divIcon({ className: 'crossing-mark', iconSize: [12, 12] }), keyboard: false, interactive: false }).addTo(drawn);
    }
  };

  map.on('click', press => {
    const { lat, lng } = press.latlng.wrap();
    const before = corners.value.trimEnd();
    corners.value = (before ? before + '\n' : '') + lat.toFixed(5) + ', ' + lng.toFixed(5);
    show();
  });
  document.getElementById('draw-back').addEventListener('click', () => {
    corners.value = corners.value.trimEnd().split('\n').slice(0, -1).join('\n');
    show();
  });
  corners.addEventListener('input', show);

  // What is drawn already is the ground to draw on; there are no tiles.
  const begin = async () => {
    show();
    const answer = await fetch('/map/zones.geojson?day=' + draw.dataset.day, { headers: { Accept: 'application/geo+json' } });
    if (!answer.ok || answer.redirected) return;
    const found = (await answer.json()).features.filter(feature => feature.geometry);
    for (const feature of found) L.geoJSON(feature, { interactive: false, style: { className: 'ground', weight: 1 } }).addTo(ground);
    for (const place of draw.dataset.settlements.split(';').filter(Boolean)) {
      L.marker(place.split(',').map(Number), { icon: L.divIcon({ className: 'settlement-mark', iconSize: [8, 8] }), keyboard: false, interactive: false }).addTo(ground);
    }
    const all = L.featureGroup([ground, drawn]).getBounds();
    if (all.isValid()) map.fitBounds(all.pad(0.5), { padding: [8, 8], maxZoom: 9, animate: false });
  };
  begin().catch(() => {});
})();
