import { expect, test } from "vitest";
import { instant, stretchOf } from "../../src/lib/time/edtf";
import { dateWords } from "../../src/lib/time/words";

const iso = (at: number | null | undefined) => (at == null ? at : new Date(at).toISOString().slice(0, 16));
const ends = (edtf: string) => {
  const found = stretchOf(edtf);
  return [iso(found?.from), iso(found?.to), found?.unit];
};

test.each([
  ["2015-10-02", "2015-10-02T00:00", "2015-10-03T00:00", "day"],
  ["2015-10", "2015-10-01T00:00", "2015-11-01T00:00", "month"],
  ["2015", "2015-01-01T00:00", "2016-01-01T00:00", "year"],
  ["201X", "2010-01-01T00:00", "2020-01-01T00:00", "decade"],
  ["19XX", "1900-01-01T00:00", "2000-01-01T00:00", "century"],
  ["2015-10-XX", "2015-10-01T00:00", "2015-11-01T00:00", "month"],
  ["2015-24", "2015-12-01T00:00", "2016-03-01T00:00", "season"],
  ["2015-10-02T08", "2015-10-02T08:00", "2015-10-02T09:00", "hour"],
  ["2015-10-02T08:30:00+03:00", "2015-10-02T05:30", "2015-10-02T05:31", "minute"],
  ["2015-10-02/2015-10-05", "2015-10-02T00:00", "2015-10-06T00:00", "day"],
  ["[2009-10-02,2015-10-02]", "2009-10-02T00:00", "2015-10-03T00:00", "day"],
])("%s spans %s to %s", (edtf, from, to, unit) => {
  expect(ends(edtf)).toEqual([from, to, unit]);
});

test("an open end stays open", () => {
  expect(ends("2014-05~/..")).toEqual(["2014-05-01T00:00", null, "month"]);
  expect(ends("../2014-05-03")).toEqual([null, "2014-05-04T00:00", "day"]);
  expect(stretchOf("2014-05~/..")?.approximate).toBe(true);
});

test("years before the first are astronomical, as EDTF has them", () => {
  expect(stretchOf("-0043-03-15")?.from).toBe(instant(-43, 2, 15));
  expect(dateWords("-0043-03-15")).toBe("15 Mar 44 BC");
});

test("the years 0 to 99 are not those of the twentieth century", () => {
  expect(new Date(stretchOf("0079-08-24")?.from ?? 0).getUTCFullYear()).toBe(79);
});

test.each(["", "..", "last week", "2015-13", "2015-02-30", "20X5", "/", "[]", "P3D"])("%o is not drawn", (edtf) => {
  expect(stretchOf(edtf)).toBeNull();
});

test.each([
  ["2015-10-02", "2 Oct 2015"],
  ["2015-10-02/2015-10-05", "2–5 Oct 2015"],
  ["2015-09-28/2015-10-05", "28 Sep–5 Oct 2015"],
  ["2015-12-28/2016-01-05", "28 Dec 2015 – 5 Jan 2016"],
  ["2015-01/2015-03", "Jan–Mar 2015"],
  ["2014~", "about 2014"],
  ["2014?", "2014 (uncertain)"],
  ["201X", "2010s"],
  ["2015-21", "spring 2015"],
  ["2015-33", "Jan–Mar 2015"],
  ["Y-170000", "170001 BC"],
  ["2011-05~/..", "about from May 2011 on"],
  ["../2011-05-03", "until 3 May 2011"],
  ["[2009-10-02,2015-10-02]", "2 Oct 2009 or 2 Oct 2015"],
  ["2015-10-02T08:30", "08:30, 2 Oct 2015"],
  ["not a date", "not a date"],
  [null, ""],
])("%s reads %s", (edtf, words) => {
  expect(dateWords(edtf)).toBe(words);
});
