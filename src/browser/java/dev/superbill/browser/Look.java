package dev.superbill.browser;

import com.microsoft.playwright.options.ColorScheme;

/// How a window looks.
enum Look {
    /// A desk's screen by day.
    LIGHT(ColorScheme.LIGHT, 1440, 900, 1),
    /// A desk's screen by night.
    DARK(ColorScheme.DARK, 1440, 900, 1),
    /// A screen of 1280 pixels at a zoom of 200 percent.
    ZOOMED(ColorScheme.LIGHT, 640, 512, 2),
    /// The narrowest width that WCAG 2.2, criterion 1.4.10, asks for.
    NARROW(ColorScheme.LIGHT, 320, 640, 1);

    private final ColorScheme colours;
    private final int width;
    private final int height;
    private final double pixels;

    Look(ColorScheme colours, int width, int height, double pixels) {
        this.colours = colours;
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    ColorScheme colours() {
        return colours;
    }

    /// CSS pixels.
    int width() {
        return width;
    }

    /// CSS pixels.
    int height() {
        return height;
    }

    /// Screen pixels for each CSS pixel.
    double pixels() {
        return pixels;
    }
}
