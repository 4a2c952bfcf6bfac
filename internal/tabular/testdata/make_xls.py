"""Makes the old workbooks of the folder xls: python3 make_xls.py (Debian: python3-xlwt, libreoffice-calc-nogui, gnumeric).

xlwt writes some; LibreOffice and Gnumeric write what others do: results of formulas, the versions before Unicode, two
versions in one file. All names are invented. Their goldens are looked at by hand.
"""

import datetime
import os
import subprocess
import tempfile

import xlwt

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "xls")


def style(code):
    return xlwt.easyxf(num_format_str=code)


def cells():
    """One cell of each kind; a second sheet that is hidden, a third without cells."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Content")
    moment = datetime.datetime(2020, 5, 11, 11, 18, 36)
    for line, (name, value, code) in enumerate([
        ("text", "Arta Çela", None),
        ("Turkish", "Şükrü Öztürk İğne", None),
        ("Cyrillic", "Љиљана Ђорђевић", None),
        ("beyond 16 bits", "Ana 😀", None),
        ("text like a number", "00381641234567", None),
        ("a whole number", 38164123456, None),
        ("hundredths", 12.34, None),
        ("a double", 0.1 + 0.2, None),
        ("a small number", 0.0025, None),
        ("a negative number", -5, None),
        ("16 digits", 9007199254740991, None),
        ("true", True, None),
        ("false", False, None),
        ("a date and time", moment, "yyyy-mm-dd hh:mm:ss"),
        ("a date", moment.date(), "dd.mm.yyyy"),
        ("a built-in date", moment, "M/D/YY h:mm"),
        ("a time", datetime.time(13, 55, 12), "h:mm AM/PM"),
        ("a duration", 1.25, "[h]:mm:ss"),
        ("a number with words", 12, '0 "days"'),
        ("per cent", 0.33, "0%"),
        ("a negative date", -5, "dd.mm.yyyy"),
    ]):
        sheet.write(line + 1, 0, name)
        sheet.write(line + 1, 2, value, style(code) if code else xlwt.Style.default_style)
    bold = xlwt.easyfont("bold true")
    sheet.write_rich_text(30, 0, [("Arta ", bold), ("Çela", xlwt.easyfont("italic true"))])
    sheet.write_merge(31, 33, 0, 2, "merged")
    for column in range(5):
        sheet.write(40, column, column * 10)
    sheet.write(41, 0, "", style("dd.mm.yyyy"))
    sheet.write(42, 255, "last column")
    sheet.write(65535, 0, "last row")
    hidden = book.add_sheet("Hidden")
    hidden.visibility = 1
    hidden.write(0, 0, "not shown")
    book.add_sheet("Empty")
    book.save(os.path.join(FOLDER, "xlwt_cells.xls"))


def since_1904():
    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = book.add_sheet("List")
    sheet.write(0, 0, 42517.5, style("yyyy-mm-dd hh:mm"))
    book.save(os.path.join(FOLDER, "xlwt_since_1904.xls"))


def many_texts():
    """Shared texts over several records: letters of one and of two bytes meet every border somewhere."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Answers")
    for line in range(60):
        letters = ("ж" if line % 3 else "x") * (120 + 7 * line)
        sheet.write(line, 0, "%d %s" % (line, letters))
        sheet.write(line, 1, "answer %d" % line)
    book.save(os.path.join(FOLDER, "xlwt_many_texts.xls"))


def converted():
    """A table with formulas, as LibreOffice and Gnumeric write it."""
    source = os.path.join(tempfile.mkdtemp(), "list.fods")
    rows = [
        '<c t="Name"/><c t="Time"/><c t="Made"/>',
        '<c t="Čedo Žižić"/><d v="2020-05-11T11:18:36"/><f f="of:=[.A2]&amp;&quot; ж&quot;"/>',
        '<c t="Şule Öz"/><d v="2020-05-12T09:00:00"/><f f="of:=1/0"/>',
        '<c t="Ana Pop"/><d v="2020-05-13T00:00:00"/><f f="of:=2&gt;1"/>',
        '<c t="Ion Pop"/><d v="2020-05-14T08:30:00"/><f f="of:=[.A1]&amp;[.B2]*0"/>',
        '<c t="Eva Pop"/><d v="2020-05-15T08:30:00"/><f f="of:=NA()"/>',
        '<c t="Ivo Pop"/><d v="2020-05-16T08:30:00"/><f f="of:=[.B7]+1"/>',
    ]
    body = ""
    for row in rows:
        row = row.replace('<c t="', '<table:table-cell office:value-type="string"><text:p>')
        row = row.replace('<d v="', '<table:table-cell table:style-name="when" office:value-type="date" office:date-value="')
        row = row.replace('<f f="', '<table:table-cell table:formula="')
        row = row.replace('"/>', '\0', 99)
        parts = row.split("\0")
        row = ""
        for part in parts:
            if "<text:p>" in part:
                row += part + "</text:p></table:table-cell>"
            elif part:
                row += part + '"/>'
        body += "<table:table-row>%s</table:table-row>" % row
    with open(source, "w", encoding="utf-8") as f:
        f.write('<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
                'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
                'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" '
                'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>'
                '<number:date-style style:name="N1"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/>'
                '<number:text>.</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/>'
                '<number:text>:</number:text><number:minutes number:style="long"/></number:date-style>'
                '<style:style style:name="when" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>'
                '<office:body><office:spreadsheet><table:table table:name="List">' + body + '</table:table></office:spreadsheet></office:body></office:document>')
    folder = os.path.dirname(source)
    subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + folder + "/profile", "--convert-to", "xls:MS Excel 97",
                    "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = os.path.join(folder, "list.xls")
    os.replace(made, os.path.join(FOLDER, "libreoffice_formulas.xls"))
    for kind in ["excel_biff7", "excel_biff8", "excel_dsf"]:
        subprocess.run(["ssconvert", "-T", "Gnumeric_Excel:" + kind, os.path.join(FOLDER, "libreoffice_formulas.xls"),
                        os.path.join(FOLDER, "gnumeric_" + kind[6:] + ".xls")], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


os.makedirs(FOLDER, exist_ok=True)
cells()
since_1904()
many_texts()
converted()
