/** Where everything goes: ELK's layered layout, which draws arrows to and from containers, orthogonally. */
import elk, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js'
import { headSize } from './box-size.ts'
import { gallerySize, placeGallery, placeGrid } from './gallery.ts'
import { textWidth } from './measure-text.ts'
import { sizes } from './palette.ts'
import type { PictureEdge, PictureGraph, PictureNode } from './picture-node.ts'
import type { Placed, PlacedEdge, PlacedNode, Point } from './placed.ts'
import { misfit } from './shape-of-sheet.ts'

type Direction = 'DOWN' | 'RIGHT'

const options = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'org.eclipse.elk.json.edgeCoords': 'ROOT',
  'org.eclipse.elk.json.shapeCoords': 'ROOT',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
  'elk.spacing.nodeNode': '34',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '16',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.componentComponent': '28',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.thoroughness': '12',
} as const

/** Places a graph, downwards or to the right, whichever gives the better shape. The same graph gives the same places. */
export async function layout(graph: PictureGraph): Promise<Placed> {
  if (graph.nodes.length === 0) return { width: 0, height: 0, nodes: [], edges: [] }
  if (graph.edges.length === 0 && graph.nodes.every(({ children }) => children.length === 0))
    return placeGrid(graph.nodes)
  const down = await layoutTowards(graph, 'DOWN')
  const right = await layoutTowards(graph, 'RIGHT')
  return misfit(right) < misfit(down) ? right : down
}

async function layoutTowards(graph: PictureGraph, direction: Direction): Promise<Placed> {
  const order = graph.nodes.flatMap(idsOf)
  const root: ElkNode = {
    id: '#picture',
    layoutOptions: { ...options, 'elk.direction': direction },
    children: graph.nodes.map((node) => elkNode(node, direction)),
    edges: graph.edges.map((edge) => elkEdge(edge, leadsBack(order, edge))),
  }
  const laidOut = await new elk.default().layout(root)
  const byId = new Map((laidOut.edges ?? []).map((edge) => [edge.id, edge]))
  return {
    width: Math.ceil(laidOut.width ?? 0),
    height: Math.ceil(laidOut.height ?? 0),
    nodes: placeNodes(graph.nodes, laidOut.children ?? []),
    edges: graph.edges.map((edge) => placeEdge(edge, byId.get(edge.id), leadsBack(order, edge))),
  }
}

function elkNode(node: PictureNode, direction: Direction): ElkNode {
  if (node.gallery) return { id: node.id, ...gallerySize(node) }
  const { width, height } = headSize(node)
  if (node.children.length === 0) return { id: node.id, width, height }
  // ELK lays out downwards by turning the picture, and turns back all but the smallest size of a container.
  const smallest = direction === 'DOWN' ? `(${height},${width})` : `(${width},${height})`
  return {
    id: node.id,
    layoutOptions: {
      'elk.padding': `[top=${height + 8},left=22,bottom=22,right=22]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': smallest,
    },
    children: node.children.map((child) => elkNode(child, direction)),
  }
}

/** Identifiers in text order, a container before what is in it. */
function idsOf(node: PictureNode): readonly string[] {
  return [node.id, ...node.children.flatMap(idsOf)]
}

/**
 * Whether an arrow leads against the text order. ELK is given it the other way round: left to itself it breaks cycles
 * wherever it likes, and the first state of a stage lands in the middle.
 */
function leadsBack(order: readonly string[], { source, target }: PictureEdge): boolean {
  return order.indexOf(target) < order.indexOf(source)
}

function elkEdge(edge: PictureEdge, back: boolean): ElkExtendedEdge {
  const width = Math.max(...edge.lines.map((line) => textWidth(line, sizes.label))) + 10
  const height = edge.lines.length * sizes.labelLine + 4
  const layoutOptions = { 'elk.edgeLabels.inline': 'true' }
  const label = { id: `label:${edge.id}`, text: edge.lines.join(' '), width, height, layoutOptions }
  const [source, target] = back ? [edge.target, edge.source] : [edge.source, edge.target]
  const labels = edge.lines.length === 0 ? [] : [label]
  // The way forward is a straight line, the way back goes around it.
  const priority = { 'elk.layered.priority.straightness': back ? '0' : '10' }
  return { id: edge.id, sources: [source], targets: [target], labels, layoutOptions: priority }
}

function placeNodes(nodes: readonly PictureNode[], laidOut: readonly ElkNode[]): readonly PlacedNode[] {
  const byId = new Map(laidOut.map((shape) => [shape.id, shape]))
  return nodes.map((node) => {
    const { x = 0, y = 0, width = 0, height = 0, children = [] } = byId.get(node.id) ?? {}
    const inner = node.gallery ? placeGallery(node, { x, y }) : placeNodes(node.children, children)
    return { node, x, y, width, height, children: inner }
  })
}

function placeEdge(edge: PictureEdge, laidOut: ElkExtendedEdge | undefined, back: boolean): PlacedEdge {
  const onWay = (laidOut?.sections ?? []).flatMap((section): readonly Point[] => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ])
  const points = back ? onWay.toReversed() : onWay
  const shape = laidOut?.labels?.[0]
  if (!shape) return { edge, points }
  const { x = 0, y = 0, width = 0, height = 0 } = shape
  return { edge, points, label: { x, y, width, height } }
}
