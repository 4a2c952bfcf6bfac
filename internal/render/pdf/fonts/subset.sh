#!/bin/sh
# Makes the report's three fonts out of Debian's fonts-noto-core (the Noto fonts, SIL Open Font License 1.1) with Debian's
# fonttools: Noto Sans for Latin, Greek, Cyrillic, punctuation and currency, joined by the few signs it lacks: arrows and
# mathematical signs of Noto Sans Math, tick and boxes of Noto Sans Symbols 2.
# Hinting is dropped (paper and modern screens do not use it); outlines and the name table with the licence stay.
# Run it only to take newer fonts; the results are committed.
set -eu
cd "$(dirname "$0")"
src=${1:-/usr/share/fonts/truetype/noto}
tmp=$(mktemp -d)
trap 'rm -r "$tmp"' EXIT
text=U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+1F00-1FFF
text=$text,U+2010-2027,U+202F-205E,U+2070-209F,U+20A0-20C0,U+2100-214F,U+FB00-FB04,U+FFFD

# subset FACE RANGES OUTPUT
subset() {
	pyftsubset "$src/$1.ttf" --unicodes="$2" --output-file="$3" --no-hinting --layout-features='' \
		--drop-tables+=MATH,GDEF,GPOS,GSUB,gasp --name-IDs='*' --name-languages='*' --name-legacy --notdef-outline --no-recalc-timestamp
}

subset NotoSansMath-Regular U+2190-2193,U+2212,U+2248,U+2260,U+2264,U+2265 "$tmp/math.ttf"
subset NotoSansSymbols2-Regular U+25A0,U+25A1,U+25AF,U+25CF,U+2610,U+2611,U+2713,U+2717 "$tmp/symbols.ttf"
for face in Regular Bold Italic; do
	subset "NotoSans-$face" "$text" "$tmp/$face.ttf"
	pyftmerge --output-file="$tmp/merged.ttf" "$tmp/$face.ttf" "$tmp/math.ttf" "$tmp/symbols.ttf"
	# pyftmerge takes the largest metrics of its sources; a line must keep the height of the text face.
	/usr/bin/python3 - "$tmp/$face.ttf" "$tmp/merged.ttf" "NotoSans-$face.ttf" <<-'PYTHON'
		import sys
		from fontTools.ttLib import TTFont
		text, merged = TTFont(sys.argv[1]), TTFont(sys.argv[2], recalcTimestamp=False)
		for table, fields in {
		    "hhea": "ascent descent lineGap",
		    "OS/2": "sTypoAscender sTypoDescender sTypoLineGap usWinAscent usWinDescent sCapHeight sxHeight",
		    "head": "created modified fontRevision",
		}.items():
		    for field in fields.split():
		        setattr(merged[table], field, getattr(text[table], field))
		merged.save(sys.argv[3])
	PYTHON
done
