//! Growth curves as SVG: both axes logarithmic, so that what grows linearly is a straight line
//! that rises by one decade for each.

use std::time::Duration;

use plotters::prelude::*;

use crate::workspace::{Result, root};

/// A named curve.
pub struct Curve<'a> {
    name: &'a str,
    points: Vec<(f64, f64)>,
}

impl<'a> Curve<'a> {
    pub fn new(name: &'a str) -> Self {
        Self { name, points: Vec::new() }
    }

    /// One more point, further to the right.
    pub fn add(&mut self, x: f64, taken: Duration) {
        self.points.push((x, taken.as_secs_f64()));
    }
}

const COLORS: [RGBColor; 6] = [
    RGBColor(31, 119, 180),
    RGBColor(255, 127, 14),
    RGBColor(44, 160, 44),
    RGBColor(214, 39, 40),
    RGBColor(148, 103, 189),
    RGBColor(140, 86, 75),
];

/// Draws `curves` over the axes `x` and `y`, as a picture of the page.
pub fn draw(name: &str, x: &str, y: &str, curves: &[Curve]) -> Result<()> {
    let folder = root().join("docs/benchmarks");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(name).with_extension("svg");
    let points = || curves.iter().flat_map(|curve| &curve.points);
    let range = |of: fn(&(f64, f64)) -> f64| {
        let low = points().map(of).fold(f64::INFINITY, f64::min);
        let high = points().map(of).fold(f64::MIN_POSITIVE, f64::max);
        low / 1.5..high * 1.5
    };
    let area = SVGBackend::new(&path, (720, 440)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(name, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(70)
        .build_cartesian_2d(range(|p| p.0).log_scale(), range(|p| p.1).log_scale())?;
    let number = |value: &f64| value.to_string();
    chart
        .configure_mesh()
        .x_desc(x)
        .y_desc(y)
        .x_label_formatter(&number)
        .y_label_formatter(&number)
        .light_line_style(RGBColor(238, 238, 238))
        .draw()?;
    for (curve, color) in curves.iter().zip(COLORS.iter().cycle()) {
        chart
            .draw_series(LineSeries::new(curve.points.iter().copied(), color.stroke_width(2)))?
            .label(curve.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color.stroke_width(2)));
        let dots = curve.points.iter().map(|&point| Circle::new(point, 3, color.filled()));
        chart.draw_series(dots)?;
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(RGBColor(200, 200, 200))
        .draw()?;
    area.present()?;
    Ok(())
}
