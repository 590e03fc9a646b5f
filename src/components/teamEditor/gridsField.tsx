import { TEAM_GRIDS_MAX } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { usePlacePath } from '@/components/placeName/names'
import { PlacePicker } from '@/components/placePicker'

const STREET_LENGTH = 9

const GridChip = ({ code, onDrop }: { code: string; onDrop: () => void }) => {
  const name = usePlacePath(code).at(-1) ?? code
  return <Chip text={name} label={`${name}，点一下去掉`} isChosen onPress={onDrop} />
}

interface GridsFieldProps {
  /** Of the organisation: its grids lie in the same street, or in the district where it stands for one. */
  placeCode: string
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** Grids that a team looks after. */
export const GridsField = ({ placeCode, chosen, onChange }: GridsFieldProps) => {
  const [isOpen, setOpen] = useState(false)
  const add = (code: string) => onChange([...chosen.filter((each) => each !== code), code])
  return (
    <View className="teamEditor__grids">
      <View className="teamEditor__label">负责的网格（选填）</View>
      {chosen.length > 0 ? (
        <View className="teamEditor__chips">
          {chosen.map((code) => (
            <GridChip
              key={code}
              code={code}
              onDrop={() => onChange(chosen.filter((each) => each !== code))}
            />
          ))}
        </View>
      ) : null}
      {chosen.length < TEAM_GRIDS_MAX ? (
        <Button kind="secondary" icon="add" onPress={() => setOpen(true)}>
          添加网格
        </Button>
      ) : (
        <View className="teamEditor__help">已经有 {TEAM_GRIDS_MAX} 个网格，不能再多</View>
      )}
      <PlacePicker
        title="选择网格"
        isOpen={isOpen}
        value={null}
        within={placeCode.slice(0, STREET_LENGTH)}
        depth="grid"
        onChoose={({ code }) => add(code)}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}
